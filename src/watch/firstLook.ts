import type { CallOptions } from '../partnerCenter/partnerCenter';
import { type Intake, lookCursor, takeIn } from '../referrals/intake';
import { referralFilters } from '../referrals/referralFilters';
import type { LookDeps } from './look';
import { askedAsIncoming, highestUpdate } from './readReferrals';

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
  const total = { unknown: 0, changed: 0, owed: 0 };
  const unanswered = { filter: referralFilters.unanswered, orderby } as const;
  for await (const page of partnerCenter.listReferrals(tokens, unanswered, options)) {
    const taken = await store.transaction((tx) => takeIn(tx, askedAsIncoming(page), deps.now()));
    total.unknown += taken.unknown;
    total.changed += taken.changed;
    total.owed += taken.owed;
  }
  await store.cursors.set(lookCursor, mark);
  return total;
}
