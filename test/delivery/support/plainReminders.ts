import type { Reminders } from '../../../src/delivery/reminders';
import type { Store } from '../../../src/storage/store';

/** Reminders that know of a referral what the ledger knows. */
export const plainReminders = (store: Store): Reminders => ({
  responseDays: 14,
  async readAgain(referralId) {
    const entry = await store.ledger.find(referralId);
    if (!entry) throw new Error('not in the ledger');
    return entry;
  },
  people: (_referral, _conversation, owner) => Promise.resolve([owner]),
  render: ({ entry }) => ({ card: { type: 'AdaptiveCard' }, summary: `Reminder of ${entry.referralId}` }),
});
