import { PartnerCenterError } from './partnerCenterError';

/** What a log line says of an error: of a failed call also its ids, by which Microsoft's support finds it. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof PartnerCenterError)) return { err: error };
  const { kind, call, status, code, requestId, correlationId } = error.facts;
  return { err: error, kind, call, status, code, requestId, correlationId };
}
