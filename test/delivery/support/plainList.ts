import type { FoldedReferral } from '../../../src/cards/foldedCard';
import type { CardMessage } from '../../../src/cards/message';

/** What the list cards of these tests show. */
export const plainList = (referrals: readonly FoldedReferral[]): CardMessage => ({
  card: {
    type: 'AdaptiveCard',
    rows: referrals.map(({ entry, hasCard }) => [entry.referralId, entry.referral.status, hasCard]),
  },
  summary: `${referrals.length} referrals`,
});
