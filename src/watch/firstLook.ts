import type { CallOptions } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { type Intake, lookCursor, outgoingCursor, takeIn } from '../referrals/intake';
import { conditionsOf } from '../referrals/watchConditions';
import type { Store } from '../storage/store';
import type { LookDeps } from './look';
import { readOpen } from './readOpen';
import { highestUpdate, withDirections } from './readReferrals';

/** Where every referral is later than: the mark of a Partner Center without referrals. */
const beginning = '1970-01-01T00:00:00Z';

/**
 * Learns what is there before the first regular look: the mark, and every open referral, one page and one transaction at a
 * time; where outgoing ones are watched already, what was made since. Old ones are posted to nobody. The mark is set last, so
 * one that was cut short is simply done again.
 */
export async function firstLook(deps: LookDeps, options: CallOptions): Promise<Intake> {
  const { partnerCenter, tokens, store, now } = deps;
  const since = await outgoingWatchedSince(store);
  const query = { orderby: 'updatedDateTime desc' } as const;
  let mark: string | undefined;
  const total = { unknown: 0, changed: 0, owed: 0 };
  for await (const page of partnerCenter.listReferrals(tokens, query, options)) {
    mark ??= highestUpdate(page) ?? beginning;
    const recent = page.filter((referral) => isSince(referral, since));
    if (recent.length === 0) break;
    const referrals = await withDirections(recent, deps, options);
    add(total, await store.transaction((tx) => takeIn(tx, referrals, now())));
    if (recent.length < page.length) break;
  }
  add(total, await readOpen(deps, options));
  const learnt = mark ?? beginning;
  await store.transaction(async (tx) => {
    await tx.cursors.set(outgoingCursor, learnt);
    await tx.cursors.set(lookCursor, learnt);
  });
  return total;
}

/** ms since the epoch; Infinity where nobody watches them. */
async function outgoingWatchedSince(store: Store): Promise<number> {
  const watches = await store.watches.active();
  const outgoing = watches.filter((watch) => conditionsOf(watch).direction !== undefined);
  return Math.min(...outgoing.map(({ startedAt }) => startedAt));
}

const isSince = ({ updatedDateTime }: Referral, since: number): boolean =>
  (serviceTimeMs(updatedDateTime) ?? -Infinity) >= since;

function add(total: Intake, { unknown, changed, owed }: Intake): void {
  total.unknown += unknown;
  total.changed += changed;
  total.owed += owed;
}
