import type { Referral } from '../partnerCenter/referral';
import type { Store } from '../storage/store';
import { takeIn } from './intake';

/** Takes in what was read of an engagement, as the look would do that comes next. `now` is ms since the epoch. */
export async function noteTogether(store: Store, referrals: readonly Referral[], now: number): Promise<void> {
  await store.transaction((tx) => takeIn(tx, referrals, now));
}
