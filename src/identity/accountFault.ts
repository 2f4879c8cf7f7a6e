import { AuthError } from '@azure/msal-node';
import { z } from 'zod/v4';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { AccountEnd } from '../storage/serviceAccount';

/** What stands between the watching account and a token. */
export type AccountFaultKind =
  /** Nobody has connected one yet. */
  | 'notConnected'
  /** Only a new `connect` helps. */
  | 'ended'
  /** The stored sign-in cannot be decrypted. */
  | 'unreadable'
  /** Entra refuses the app itself: its secret or certificate has run out, or it was removed. */
  | 'app'
  /** It passes by itself. */
  | 'passing';

/** There is no token for watching; nothing in it is secret. */
export class AccountFault extends PartnerCenterError {
  constructor(
    readonly fault: AccountFaultKind,
    /** Why the account has ended. */
    readonly end?: AccountEnd,
    facts: { code?: string; cause?: unknown } = {},
  ) {
    const kind = fault === 'passing' ? 'unavailable' : 'unauthenticated';
    super(`The watching account has no token: ${end ?? fault}`, { ...facts, kind, call: 'the watching account' });
    this.name = 'AccountFault';
  }
}

/** What Entra's numbers mean here. https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
const ends: ReadonlyMap<string, AccountEnd> = new Map([
  ...each('password', '50055', '50056', '50133', '50173'),
  ...each('mfa', '50072', '50074', '50076', '50078', '50079', '50158', '53000', '53001', '53003', '70043', '70044'),
  ...each('idle', '50089', '70008', '700082', '700084'),
  ...each('consent', '65001', '65004', '90094', '650056'),
  ...each('revoked', '50020', '50034', '50057', '50132', '70000'),
]);
/** Refusals that look final and are not: Entra is busy, or has had too many requests from one client. */
const passing = new Set(['50196', '90024', '90033', '90036']);
/** What no repetition makes good, in the words of the protocol and of MSAL. https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const needsPerson =
  /^(invalid_grant|nonce_mismatch|interaction_required|login_required|consent_required|bad_token|no_tokens_found)$/;
const refusesApp = /^(invalid_client|unauthorized_client|invalid_resource|invalid_scope)$/;

const facts = z.looseObject({ status: z.number().optional().catch(undefined) });

/** What it means that MSAL could get no token: Entra's codes are kept, and nothing else of what it said. */
export function accountFault(error: unknown): AccountFault {
  if (error instanceof AccountFault) return error;
  if (!(error instanceof AuthError)) return new AccountFault('passing', undefined, { cause: nameOf(error) });
  const number = /AADSTS(\d+)/.exec(error.errorMessage)?.[1] ?? '';
  const about = { code: number ? `AADSTS${number}` : error.errorCode };
  const status = facts.safeParse(error).data?.status ?? 400;
  if (status === 429 || status >= 500 || passing.has(number)) return new AccountFault('passing', undefined, about);
  const known = ends.get(number);
  if (known || needsPerson.test(error.errorCode)) return new AccountFault('ended', known ?? 'refused', about);
  return new AccountFault(refusesApp.test(error.errorCode) ? 'app' : 'passing', undefined, about);
}

/** The message of a failed request may name more than a log should have. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

function each(why: AccountEnd, ...codes: string[]): [string, AccountEnd][] {
  return codes.map((code) => [code, why]);
}
