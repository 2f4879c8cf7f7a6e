const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * The id of the trace that all work about a referral is in, whenever and in whichever process: a referral's id is a GUID, and
 * without its hyphens that is a W3C trace id (https://www.w3.org/TR/trace-context/#trace-id). Undefined for anything else.
 */
export function traceIdOf(referralId: string | undefined): string | undefined {
  const id = referralId?.toLowerCase();
  return id && guid.test(id) && id !== nobody ? id.replaceAll('-', '') : undefined;
}
