import type { PartnerCenterErrorKind } from './partnerCenterError';

/**
 * What a refusal means, from its status and code. The number 400 is a code of 401 answers, 2055 is the CSP API's stale etag.
 * https://learn.microsoft.com/en-us/partner-center/developer/error-codes
 * https://learn.microsoft.com/en-us/partner-center/developer/mfa-resources
 * @param wording the `WWW-Authenticate` header and the reason phrase
 */
export function errorKind(status: number, code: string | undefined, wording: string): PartnerCenterErrorKind {
  if (status === 401) return code === '900421' || /\bMFA\b/i.test(wording) ? 'mfaRequired' : 'unauthenticated';
  if (status === 403) return /insufficient_claims/i.test(`${code} ${wording}`) ? 'mfaRequired' : 'forbidden';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 409 || status === 412 || code === '2055') return 'changed';
  if (status === 429 || status === 509) return 'throttled';
  if (status === 408) return 'unavailable';
  if (status >= 500) return 'unavailable';
  return status >= 400 ? 'invalid' : 'unexpectedAnswer';
}
