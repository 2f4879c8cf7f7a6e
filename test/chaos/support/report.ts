/** What a run did and what it found. */
export interface ReportedRun {
  /** The referrals that arrived, in order. */
  ids: readonly string[];
  /** What must not be, one sentence each. */
  found: string[];
  counts: {
    kills: number;
    cards: number;
    /** Referrals that were answered or expired before a look could see them: they are not announced. */
    unseen: number;
    /** Second cards, in the window that is documented. */
    doubles: number;
    /** Of these, taken up when they were pressed. */
    adopted: number;
    reminders: number;
    /** Of these, with the answer lost: another may have followed. */
    remindersInWindow: number;
    decisions: number;
    /** Of these, with the answer lost for good: nothing proves whose press it was. */
    unproven: number;
  };
}

export const newReport = (ids: readonly string[], kills: number): ReportedRun => ({
  ids,
  found: [],
  counts: {
    kills,
    cards: 0,
    unseen: 0,
    doubles: 0,
    adopted: 0,
    reminders: 0,
    remindersInWindow: 0,
    decisions: 0,
    unproven: 0,
  },
});
