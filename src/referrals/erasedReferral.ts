import type { Referral } from '../partnerCenter/referral';

/**
 * What is kept of a referral when the rest is erased: enough that the next look does not take it for a new one, and nothing
 * that tells who it is about.
 */
export function erasedReferral({
  id,
  direction,
  status,
  substatus,
  createdDateTime,
  updatedDateTime,
  eTag,
}: Referral): Referral {
  return { id, direction, status, substatus, createdDateTime, updatedDateTime, eTag };
}

/** Whether there is nothing more to erase. */
export const isErased = (referral: Referral): boolean =>
  Object.keys(referral).every((field) => field in erasedReferral(referral));
