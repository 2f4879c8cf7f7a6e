import type { CardMessage } from '../../../src/cards/message';
import type { LedgerEntry } from '../../../src/storage/store';

/** What the cards of these tests show. */
export const plainCard = ({ referralId, version, referral, decision }: LedgerEntry): CardMessage => ({
  card: { type: 'AdaptiveCard', referralId, version, status: referral.status, by: decision?.byName ?? null },
  summary: referralId,
});
