import type { Referral } from '../partnerCenter/referral';
import type { Store } from '../storage/store';

/** Makes referrals that we have created known, so that no look takes them for new ones. `now` is ms since the epoch. */
export function noteCreated(store: Store, referrals: readonly Referral[], now: number): Promise<void> {
  return store.transaction(async (tx) => {
    const known = await tx.ledger.findMany(referrals.map(({ id }) => id));
    for (const referral of referrals.filter(({ id }) => !known.has(id))) {
      const fresh = { referralId: referral.id, version: 1, referral, firstSeenAt: now, seenAt: now };
      await tx.ledger.save({ ...fresh, decision: null, notice: null });
    }
  });
}
