import type { CallOptions, PartnerCenter } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { Referral } from '../partnerCenter/referral';
import type { TokenSource } from '../partnerCenter/tokenSource';
import type { Store } from '../storage/store';
import { takeIn } from './intake';

/** With what a deal is read. */
export interface DealReader {
  partnerCenter: PartnerCenter;
  tokens: TokenSource;
  store: Store;
  /** ms since the epoch */
  now: () => number;
}

/**
 * Reads a referral at this moment, and of a shared one of ours the other side's copy as well, which says what was answered; what
 * that says is in the ledger before the referral itself is given. A copy that may not be read stays as it was seen last.
 * @throws PartnerCenterError
 */
export async function readDeal(
  { partnerCenter, tokens, store, now }: DealReader,
  referralId: string,
  options?: CallOptions,
): Promise<Referral> {
  const connected = (await store.ledger.find(referralId))?.connected;
  const readCopy = connected && partnerCenter.getReferral(tokens, connected.id, options).catch(unlessHidden);
  const [referral, copy] = await Promise.all([partnerCenter.getReferral(tokens, referralId, options), readCopy]);
  if (copy) await store.transaction((tx) => takeIn(tx, [copy], now()));
  return referral;
}

function unlessHidden(error: unknown): undefined {
  if (error instanceof PartnerCenterError && (error.kind === 'forbidden' || error.kind === 'notFound')) return;
  throw error;
}
