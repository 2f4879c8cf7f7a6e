import { requestSpan } from '../lib/requestSpan';
import { annotate } from '../lib/span';
import { attemptCall, type Attempt } from './attemptCall';
import type { Answer, CallParts, CallSpec } from './call';
import { PartnerCenterError, type PartnerCenterErrorFacts } from './partnerCenterError';
import type { TokenSource } from './tokenSource';

/** {@link attemptCall} as a span, with the ids by which Microsoft's support finds the request. */
export function attemptSpan(
  parts: CallParts,
  tokens: TokenSource,
  spec: CallSpec,
  attempt: Attempt & { number: number },
): Promise<Answer> {
  const server = parts.bases[spec.base ?? spec.audience];
  const template = spec.name.slice(spec.method.length + 1);
  return requestSpan({ method: spec.method, template, server }, async () => {
    annotate({ 'partner_center.correlation_id': attempt.correlationId });
    if (attempt.number > 1) annotate({ 'http.request.resend_count': attempt.number - 1 });
    try {
      const answer = await attemptCall(parts, tokens, spec, attempt);
      annotate(told(answer.facts));
      return answer;
    } catch (error) {
      if (error instanceof PartnerCenterError) annotate(told(error.facts));
      throw error;
    }
  });
}

const told = ({ status, requestId }: Omit<PartnerCenterErrorFacts, 'kind'>) => ({
  'http.response.status_code': status,
  'partner_center.request_id': requestId,
});
