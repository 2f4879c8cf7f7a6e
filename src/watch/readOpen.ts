import type { CallOptions } from '../partnerCenter/partnerCenter';
import { type Intake, takeIn } from '../referrals/intake';
import { referralFilters } from '../referrals/referralFilters';
import type { LookDeps } from './look';
import { withDirections } from './readReferrals';

/**
 * Reads every referral that waits for an answer, ours or another organization's, whatever its dates, one page and one
 * transaction at a time: what a look by `updatedDateTime` cannot see, such as one that became visible late, is found here.
 */
export async function readOpen(deps: LookDeps, options: CallOptions): Promise<Intake> {
  const { partnerCenter, tokens, store, now } = deps;
  const total = { unknown: 0, changed: 0, owed: 0 };
  const query = { filter: referralFilters.open, orderby: 'updatedDateTime desc' } as const;
  for await (const page of partnerCenter.listReferrals(tokens, query, options)) {
    const referrals = await withDirections(page, deps, options);
    const taken = await store.transaction((tx) => takeIn(tx, referrals, now()));
    total.unknown += taken.unknown;
    total.changed += taken.changed;
    total.owed += taken.owed;
  }
  return total;
}
