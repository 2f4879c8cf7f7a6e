/** What Entra refuses, by the number of its AADSTS code. https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
const refusals = {
  16000: ['interaction_required', 'There are several accounts signed in.'],
  50011: ['invalid_request', 'The redirect URI specified in the request does not match the ones of the application.'],
  50013: ['invalid_grant', 'Assertion failed signature validation.'],
  50020: ['invalid_grant', 'User account does not exist in tenant.'],
  50034: ['invalid_grant', 'The user account does not exist in the directory.'],
  50057: ['invalid_grant', 'The user account is disabled.'],
  50076: [
    'invalid_grant',
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    'basic_action',
  ],
  50079: [
    'invalid_grant',
    'Due to a configuration change made by your administrator you must enroll in multi-factor authentication.',
    'basic_action',
  ],
  50173: [
    'invalid_grant',
    'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    'bad_token',
  ],
  53003: ['invalid_grant', 'Access has been blocked by Conditional Access policies.', 'message_only'],
  54005: ['invalid_grant', 'OAuth2 Authorization code was already redeemed, please retry with a new valid code.'],
  65001: ['invalid_grant', 'The user or administrator has not consented to use the application.', 'consent_required'],
  65004: ['access_denied', 'The user declined to consent to access the app.'],
  70000: ['invalid_grant', 'Provided grant is invalid or malformed.'],
  70003: ['unsupported_grant_type', 'The app used an unsupported grant type.'],
  70008: ['invalid_grant', 'The provided authorization code or refresh token has expired.'],
  70011: ['invalid_scope', 'The provided value for the input parameter scope is not valid.'],
  90002: ['invalid_request', 'Tenant not found.'],
  90014: ['invalid_request', 'A required field is missing from the request.'],
  90033: ['temporarily_unavailable', 'A transient error has occurred. Please try again.'],
  500011: ['invalid_resource', 'The resource principal was not found in the tenant.'],
  500133: ['invalid_grant', 'Assertion is not within its valid time range.'],
  500121: ['access_denied', 'Authentication failed during strong authentication request.'],
  501481: [
    'invalid_grant',
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  ],
  501482: ['invalid_grant', 'The Code_Verifier is missing.'],
  700016: ['unauthorized_client', 'Application was not found in the directory.'],
  700024: ['invalid_client', 'Client assertion is not within its valid time range.'],
  700027: ['invalid_client', 'Client assertion contains an invalid signature.'],
  700082: ['invalid_grant', 'The refresh token has expired due to inactivity.', 'bad_token'],
  700084: [
    'invalid_grant',
    'The refresh token was issued to a single page app, and therefore has a fixed, limited lifetime, which cannot be extended.',
    'bad_token',
  ],
  700213: ['invalid_request', 'No matching federated identity record found for presented assertion subject.'],
  7000112: ['unauthorized_client', 'Application is disabled.'],
  7000215: ['invalid_client', 'Invalid client secret provided.'],
  7000218: [
    'invalid_client',
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  ],
  9002325: [
    'invalid_request',
    'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  ],
} as const satisfies Record<number, readonly [error: string, message: string, suberror?: string]>;

/** A number of an AADSTS code that the local Entra knows. */
export type EntraCode = keyof typeof refusals;

/** A refusal as Entra words it. */
export class EntraError extends Error {
  readonly error: string;
  readonly suberror: string | undefined;

  /** @param claims what a conditional-access policy wants, JSON as in a claims challenge */
  constructor(
    readonly code: EntraCode,
    readonly claims?: string,
    /** In place of the usual `error`: on-behalf-of answers `interaction_required`, for example. */
    error?: string,
  ) {
    const [usual, message, suberror]: readonly [string, string, string?] = refusals[code];
    super(`AADSTS${code}: ${message}`);
    this.error = error ?? usual;
    this.suberror = suberror;
  }

  get status(): number {
    return this.error === 'invalid_client' ? 401 : this.error === 'temporarily_unavailable' ? 503 : 400;
  }
}

/** The body of a refusal. https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow#error-response-1 */
export function errorBody(refusal: EntraError, ids: { trace: string; correlation: string; now: number }): object {
  const timestamp = new Date(ids.now)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const trail = `Trace ID: ${ids.trace} Correlation ID: ${ids.correlation} Timestamp: ${timestamp}`;
  return {
    error: refusal.error,
    error_description: `${refusal.message} ${trail}`,
    error_codes: [refusal.code],
    timestamp,
    trace_id: ids.trace,
    correlation_id: ids.correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
    ...(refusal.suberror ? { suberror: refusal.suberror } : {}),
    ...(refusal.claims ? { claims: refusal.claims } : {}),
  };
}
