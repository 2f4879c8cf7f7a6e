import type { Api } from './api';
import type { Answer } from './call';
import type { Hit } from './faults';

/** The answer a fault gives instead of the service; undefined when it only delays or cuts. */
export function faultAnswer({ fault, turn }: Hit, api: Api): Answer | undefined {
  if (fault.status === undefined) return undefined;
  const retryAfter = fault.retryAfterSeconds ?? (fault.status === 429 ? 1 : undefined);
  return {
    status: fault.status,
    body: fault.body === undefined ? api.faultBody(fault.status, retryAfter, turn) : fault.body,
    headers: {
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
      ...(fault.contentType ? { 'Content-Type': fault.contentType } : {}),
    },
  };
}
