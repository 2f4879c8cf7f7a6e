import type { Owed } from '../storage/owed';

/** An update of a list card: one at most is owed for each, whichever of its referrals has changed. */
export const listUpdate = (facts: Pick<Owed, 'conversationId' | 'activityId' | 'position' | 'dueAt'>): Owed => ({
  kind: 'list',
  referralId: '',
  ...facts,
});
