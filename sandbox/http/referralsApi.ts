import { randomUUID } from 'node:crypto';
import type { Api, Problem } from './api';
import { Refusal, type Answer } from './call';
import { mfaHeaders } from './mfaHeaders';

interface ErrorDetail {
  /** The property the error is about. */
  target?: string;
  innerError?: { code: string; message: string };
}

const problems: Record<Problem, [status: number, code: string]> = {
  badRequest: [400, 'invalidRequest'],
  missingToken: [401, 'unauthenticated'],
  badToken: [401, 'unauthenticated'],
  // https://learn.microsoft.com/en-us/partner-center/security/partner-security-requirements-mandating-mfa
  mfaRequired: [401, '900421'],
  noRole: [403, 'accessDenied'],
  notFound: [404, 'itemNotFound'],
  methodNotAllowed: [405, 'invalidRequest'],
  tooLarge: [413, 'invalidRequest'],
  unsupportedMediaType: [415, 'invalidRequest'],
  unexpected: [500, 'generalException'],
};

/** https://learn.microsoft.com/en-us/partner-center/developer/referrals-api-response-codes */
export function referralsError(status: number, code: string, message: string, detail: ErrorDetail = {}): Answer {
  return { status, body: { error: { code, message, ...detail } } };
}

/** 400 invalidRequest, the answer to everything the service does not understand. */
export function invalidRequest(message: string, detail: ErrorDetail = {}): Refusal {
  return new Refusal(referralsError(400, 'invalidRequest', message, detail));
}

/** The Referrals API (api.partner.microsoft.com). */
export const referralsApi: Api = {
  prefix: '/v1.0/',
  audience: 'referrals',
  roles: ['referralsAdmin', 'referralsUser'],
  headers: (request, now) => ({
    'Request-ID': randomUUID(),
    'client-request-id': String(request['client-request-id'] ?? randomUUID()),
    ...mfaHeaders(request),
    timestamp: new Date(now).toUTCString(),
    'x-ms-ags-diagnostic': '{"ServerInfo":{"DataCenter":"Sandbox","Slice":"SliceC","Ring":"1"}}',
  }),
  problem(problem, message) {
    const [status, code] = problems[problem];
    return referralsError(status, code, message);
  },
  faultBody(status, retryAfterSeconds, turn) {
    // The gateway in front of the service has a body of its own for throttling.
    if (status === 429 && turn % 2 === 0) return throttledByGateway(retryAfterSeconds);
    const code = Object.values(problems).find(([known]) => known === status)?.[1] ?? 'serviceNotAvailable';
    return referralsError(status, code, `The service answered ${status}.`).body;
  },
};

/** https://learn.microsoft.com/en-us/partner-center/developer/api-throttling-guidance */
export function throttledByGateway(seconds = 1): { statusCode: number; message: string } {
  return { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` };
}
