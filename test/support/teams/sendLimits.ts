/** Per bot and conversation: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/rate-limit */
const documented = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
  { windowMs: 3_600_000, most: 1_800 },
] as const;

/** Counts what Teams accepts per conversation and refuses what exceeds any of its documented windows. */
export class SendLimits {
  private readonly accepted = new Map<string, number[]>();

  /** @param now ms since the epoch */
  constructor(private readonly now: () => number) {}

  /** Counts one send; undefined if it is within the limits, else how many whole seconds to wait. */
  refusal(conversationId: string): number | undefined {
    const at = this.now();
    const times = this.accepted.get(conversationId) ?? [];
    let opensAt = at;
    for (const { windowMs, most } of documented) {
      const oldest = times[times.length - most];
      if (oldest !== undefined) opensAt = Math.max(opensAt, oldest + windowMs);
    }
    if (opensAt > at) return Math.max(1, Math.ceil((opensAt - at) / 1000));
    times.push(at);
    this.accepted.set(conversationId, times);
    return undefined;
  }

  /** When each accepted send came in, ms since the epoch. */
  times(conversationId: string): readonly number[] {
    return this.accepted.get(conversationId) ?? [];
  }
}
