import { randomUUID } from 'node:crypto';
import type { Api, Problem } from './api';
import { Refusal, type Answer } from './call';
import { mfaHeaders } from './mfaHeaders';
import { throttledByGateway } from './referralsApi';

const problems: Record<Problem, [status: number, code: number]> = {
  badRequest: [400, 3000],
  missingToken: [401, 800001],
  badToken: [401, 400],
  // https://learn.microsoft.com/en-us/partner-center/security/partner-security-requirements-mandating-mfa
  mfaRequired: [401, 900421],
  noRole: [403, 900150],
  notFound: [404, 1000],
  methodNotAllowed: [405, 800002],
  tooLarge: [413, 800002],
  unsupportedMediaType: [415, 800002],
  unexpected: [500, 800003],
};

/** `code` is the service's own number, not the HTTP status. https://learn.microsoft.com/en-us/partner-center/developer/error-codes */
export function partnerCenterError(status: number, code: number, description: string, data: string[] = []): Answer {
  return { status, body: { code, description, data, source: 'PartnerFD' } };
}

/** 400 with code 3000: a query parameter or property that the service does not take. */
export function invalidProperty(description: string, data: string[] = []): Refusal {
  return new Refusal(partnerCenterError(400, 3000, description, data));
}

/** The CSP API (api.partnercenter.microsoft.com). https://learn.microsoft.com/en-us/partner-center/developer/headers */
export const partnerCenterApi: Api = {
  prefix: '/v1/',
  audience: 'partner-center',
  roles: ['cspAdminAgent', 'cspHelpdeskAgent'],
  headers: (request) => ({
    'MS-RequestId': String(request['ms-requestid'] ?? randomUUID()),
    'MS-CorrelationId': String(request['ms-correlationid'] ?? randomUUID()),
    'MS-CV': `${randomUUID().replaceAll('-', '').slice(0, 16)}.0`,
    'MS-ServerId': '020021921',
    ...mfaHeaders(request),
  }),
  problem(problem, message) {
    const [status, code] = problems[problem];
    return partnerCenterError(status, code, message);
  },
  faultBody(status, retryAfterSeconds, turn) {
    const throttled = throttledByGateway(retryAfterSeconds);
    // Both shapes are documented for throttling, so both come, in turn.
    if (status === 429) return turn % 2 === 0 ? throttled : partnerCenterError(status, status, throttled.message).body;
    const code = Object.values(problems).find(([known]) => known === status)?.[1] ?? status;
    return partnerCenterError(status, code, `The service answered ${status}.`).body;
  },
};
