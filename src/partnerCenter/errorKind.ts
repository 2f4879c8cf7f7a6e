import type { PartnerCenterErrorKind } from './partnerCenterError';

/** Codes of both APIs for a stale eTag, whatever the status; 2055 is the CSP API's, with status 400. */
const stale = new Set(['2055', 'preconditionfailed', 'resourcemodified']);

/**
 * What a refusal means, from its status and code; codes are compared without regard to case, as the documentation spells them
 * in several ways. The number 400 is a code of 401 answers.
 * https://learn.microsoft.com/en-us/partner-center/developer/referrals-api-response-codes
 * https://learn.microsoft.com/en-us/partner-center/developer/error-codes
 * https://learn.microsoft.com/en-us/partner-center/developer/mfa-resources
 * @param wording the `WWW-Authenticate` header and the reason phrase
 */
export function errorKind(status: number, code: string | undefined, wording: string): PartnerCenterErrorKind {
  const wantsMoreClaims = /insufficient_claims/i.test(`${code ?? ''} ${wording}`);
  if (status === 401) {
    return wantsMoreClaims || code === '900421' || /\bMFA\b/i.test(wording) ? 'mfaRequired' : 'unauthenticated';
  }
  if (status === 403) return wantsMoreClaims ? 'mfaRequired' : 'forbidden';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 429 || status === 509) return 'throttled';
  if (status === 408 || status >= 500) return 'unavailable';
  if (status === 409 || status === 412 || stale.has(code?.toLowerCase() ?? '')) return 'changed';
  return status >= 400 ? 'invalid' : 'unexpectedAnswer';
}
