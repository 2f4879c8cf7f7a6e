import type { Referral } from '../partnerCenter/referral';
import type { LedgerEntry } from '../storage/store';
import { serviceTicks } from '../partnerCenter/serviceTime';

/** What a referral that was just read is, compared with the ledger. */
export type ReferralChange =
  | 'unknown'
  | 'changed'
  | 'unchanged'
  /** An answer that was overtaken: the ledger has a newer state. */
  | 'stale';

/** Compares by `updatedDateTime`, `eTag` and `status`; list items may come without an eTag, which then says nothing. */
export function referralChange(known: LedgerEntry | undefined, referral: Referral): ReferralChange {
  if (!known) return 'unknown';
  const before = serviceTicks(known.referral.updatedDateTime);
  const after = serviceTicks(referral.updatedDateTime);
  if (before !== undefined && after !== undefined && after < before) return 'stale';
  const { eTag, status } = known.referral;
  const sameTag = !eTag || !referral.eTag || eTag === referral.eTag;
  return before === after && sameTag && status === referral.status ? 'unchanged' : 'changed';
}
