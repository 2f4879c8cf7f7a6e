import type { CallOptions, PartnerCenter } from '../../partnerCenter/partnerCenter';
import type { TokenSource } from '../../partnerCenter/tokenSource';
import { takeIn } from '../../referrals/intake';
import type { EventClaim } from '../../storage/event';
import type { Store } from '../../storage/store';
import type { Poller } from '../poller';
import { isNewsTopic } from './isNewsTopic';
import { readNews } from './readNews';

/** What events are carried out with. */
export interface TruthDeps {
  partnerCenter: PartnerCenter;
  /** The service account's. */
  tokens: TokenSource;
  store: Store;
  poller: Pick<Poller, 'lookAfresh'>;
  /** ms since the epoch */
  now: () => number;
}

/**
 * Reads again what an event was about, and ends the event in the transaction that writes down what was read: a process that
 * dies before has changed nothing, and the event is read again.
 * @returns how many rows became owed. Rejects with a PartnerCenterError.
 */
export async function readTruth(claim: EventClaim, deps: TruthDeps, options: CallOptions): Promise<number> {
  const { store, now } = deps;
  const { topic } = claim;
  if (topic === 'referral') return readReferral(claim, deps, options);
  if (isNewsTopic(topic)) return readNews(topic, claim, deps, options);
  if (topic === 'related') await deps.poller.lookAfresh();
  await store.events.finish(claim, now());
  return 0;
}

async function readReferral(claim: EventClaim, deps: TruthDeps, options: CallOptions): Promise<number> {
  const { store, now } = deps;
  const referral = await deps.partnerCenter.getReferral(deps.tokens, claim.subject, options);
  const isKnown = (await store.ledger.find(referral.id)) !== undefined;
  // Which way it goes is then told by the list alone, which can be asked for those of one direction.
  if (!isKnown && !referral.direction) await deps.poller.lookAfresh();
  const isWanted = isKnown || Boolean(referral.direction);
  return store.transaction(async (tx) => {
    const owed = isWanted ? (await takeIn(tx, [referral], now())).owed : 0;
    await tx.events.finish(claim, now());
    return owed;
  });
}
