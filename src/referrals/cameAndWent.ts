import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { isExpired } from './expired';

/** How long after its creation a referral may become visible, in ms. */
const seenLateMs = 600_000;

/**
 * Whether a referral that is seen for the first time arrived and expired since the latest look, during an outage say: nobody was
 * shown it, and nothing is to expire unnoticed. What is older was known once, and may have been erased since.
 * @param mark the highest `updatedDateTime` that was seen by then; undefined where no look was ever completed
 */
export function cameAndWent(referral: Referral, mark: string | undefined): boolean {
  const markAt = serviceTimeMs(mark);
  if (markAt === undefined || referral.direction !== 'Incoming' || !isExpired(referral)) return false;
  return (serviceTimeMs(referral.createdDateTime) ?? 0) > markAt - seenLateMs;
}
