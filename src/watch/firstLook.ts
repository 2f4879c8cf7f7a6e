import type { CallOptions } from '../partnerCenter/partnerCenter';
import { type Intake, lookCursor } from '../referrals/intake';
import { referralFilters } from '../referrals/referralFilters';
import type { LookDeps } from './look';
import { readOpen } from './readOpen';
import { highestUpdate } from './readReferrals';

/** Where every referral is later than: the mark of a Partner Center without referrals. */
const beginning = '1970-01-01T00:00:00Z';

/**
 * Learns what is there before the first regular look: the mark, and every open referral, one page and one transaction at a
 * time. Old ones are posted to nobody. The mark is set last, so one that was cut short is simply done again.
 */
export async function firstLook(deps: LookDeps, options: CallOptions): Promise<Intake> {
  const { partnerCenter, tokens, store } = deps;
  const orderby = 'updatedDateTime desc';
  let mark = beginning;
  for await (const page of partnerCenter.listReferrals(
    tokens,
    { filter: referralFilters.incoming, orderby },
    options,
  )) {
    mark = highestUpdate(page) ?? beginning;
    break;
  }
  const total = await readOpen(deps, options);
  await store.cursors.set(lookCursor, mark);
  return total;
}
