import type { CallOptions, PartnerCenter } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import type { TokenSource } from '../partnerCenter/tokenSource';
import { type Intake, lookCursor, outgoingCursor, takeIn } from '../referrals/intake';
import { type ReferralChange, referralChange } from '../referrals/referralChange';
import { awaitsAnswer } from '../referrals/lifecycle';
import { serviceTicks, ticksPerMs } from '../partnerCenter/serviceTime';
import type { Store } from '../storage/store';
import { highestUpdate, withDirections } from './readReferrals';

/** What a look works with. */
export interface LookDeps {
  partnerCenter: PartnerCenter;
  /** The service account's. */
  tokens: TokenSource;
  store: Store;
  /** ms since the epoch */
  now: () => number;
}

/** How far below the highest `updatedDateTime` a look reads on: what changed may become visible out of order. */
const overlapTicks = 600_000n * ticksPerMs;

/**
 * Reads the referrals, incoming and outgoing ones, the latest update first, until it reaches what is known, and then takes in everything that
 * it read by one transaction together with the new mark: a look that is cut short has changed nothing. When nothing is new
 * it writes nothing.
 * @param mark the highest `updatedDateTime` that was seen before
 * @param settled the look before this one found nothing new, so it need not read the overlap again
 */
export async function look(deps: LookDeps, mark: string, settled: boolean, options: CallOptions): Promise<Intake> {
  const { store } = deps;
  const query = { orderby: 'updatedDateTime desc' } as const;
  const knownBefore = (serviceTicks(mark) ?? 0n) - overlapTicks;
  const read = new Map<string, Referral>();
  const ids = new Set<string>();
  for await (const page of deps.partnerCenter.listReferrals(deps.tokens, query, options)) {
    const items = await compared(store, await withDirections(page, deps, options));
    for (const { referral } of items) keepNewest(read, referral);
    for (const { referral, change } of items) if (change === 'unknown' || change === 'changed') ids.add(referral.id);
    if (isEnd(items, knownBefore, settled ? serviceTicks(mark) : undefined)) break;
  }
  const newMark = highestUpdate(read.values()) ?? mark;
  const higher = (serviceTicks(newMark) ?? 0n) > (serviceTicks(mark) ?? 0n);
  // A database of an earlier version knows the incoming ones only: the outgoing ones that are there are old.
  const isFirstOfOutgoing = (await store.cursors.get(outgoingCursor)) === undefined;
  if (ids.size === 0 && !higher && !isFirstOfOutgoing) return { unknown: 0, changed: 0, owed: 0 };
  return store.transaction(async (tx) => {
    const taken = await takeIn(tx, [...read.values()], deps.now());
    if (higher) await tx.cursors.set(lookCursor, newMark);
    if (isFirstOfOutgoing) await tx.cursors.set(outgoingCursor, newMark);
    return { ...taken, ids: [...ids] };
  });
}

interface Item {
  referral: Referral;
  change: ReferralChange;
}

async function compared(store: Store, referrals: readonly Referral[]): Promise<Item[]> {
  const ledger = await store.ledger.findMany(referrals.map((referral) => referral.id));
  return referrals.map((referral) => ({ referral, change: referralChange(ledger.get(referral.id), referral) }));
}

/**
 * Whether nothing that a later page holds can be new.
 * @param settledMark the mark, where everything at and below it was seen by the look before
 */
function isEnd(items: readonly Item[], knownBefore: bigint, settledMark: bigint | undefined): boolean {
  const isOld = ({ referral }: Item) => (serviceTicks(referral.updatedDateTime) ?? 0n) < knownBefore;
  // Above the mark, that all of a page is known says nothing: events take referrals in one by one.
  const reachesMark = ({ referral }: Item) => (serviceTicks(referral.updatedDateTime) ?? 0n) <= (settledMark ?? -1n);
  // What was answered or closed before the first look is rightly unknown, and so are old deals of our own.
  const isSurprise = (item: Item) =>
    item.change === 'changed' || (item.change === 'unknown' && (!isOld(item) || awaitsAnswer(item.referral)));
  const old = items.filter(isOld);
  return (items.some(reachesMark) && !items.some(isSurprise)) || (old.length > 0 && !old.some(isSurprise));
}

/** Pages shift while they are being read, so that one referral may come twice. */
function keepNewest(read: Map<string, Referral>, referral: Referral): void {
  const before = serviceTicks(read.get(referral.id)?.updatedDateTime) ?? 0n;
  if ((serviceTicks(referral.updatedDateTime) ?? 0n) >= before) read.set(referral.id, referral);
}
