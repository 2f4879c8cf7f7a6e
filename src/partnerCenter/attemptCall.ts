import type { Answer, CallParts, CallSpec } from './call';
import { PartnerCenterError } from './partnerCenterError';
import { readAnswer } from './readAnswer';
import type { TokenSource } from './tokenSource';

/** One of the requests of a call. */
export interface Attempt {
  /** The same for every attempt of one call. */
  correlationId: string;
  timeLeftMs: number;
  signal: AbortSignal | undefined;
}

/**
 * One token, one request, its answer read to the end. Rejects as soon as the time is up or the caller gives up, whatever
 * the token source and the connection are doing; a request that has not begun by then is never sent.
 */
export async function attemptCall(
  parts: CallParts,
  tokens: TokenSource,
  spec: CallSpec,
  { correlationId, timeLeftMs, signal }: Attempt,
): Promise<Answer> {
  const bound = new AbortController();
  const ended = new AbortController();
  const giveUp = () => bound.abort();
  signal?.addEventListener('abort', giveUp, { once: true });
  if (signal?.aborted) giveUp();
  void parts.clock.sleep(timeLeftMs, ended.signal).then(() => {
    if (!ended.signal.aborted) giveUp();
  });
  try {
    bound.signal.throwIfAborted();
    return await Promise.race([
      exchange(parts, tokens, spec, correlationId, bound.signal),
      rejectOnAbort(bound.signal, ended.signal),
    ]);
  } catch (cause) {
    if (cause instanceof PartnerCenterError) throw cause;
    const kind = bound.signal.aborted ? 'timeout' : 'network';
    throw new PartnerCenterError(`No answer to ${spec.name}`, { kind, call: spec.name, correlationId, cause });
  } finally {
    ended.abort();
    signal?.removeEventListener('abort', giveUp);
  }
}

async function exchange(
  { bases, clock, fetch }: CallParts,
  tokens: TokenSource,
  spec: CallSpec,
  correlationId: string,
  signal: AbortSignal,
): Promise<Answer> {
  const token = await tokens.getToken(spec.audience, signal);
  const response = await fetch(bases[spec.base ?? spec.audience] + spec.path, {
    method: spec.method,
    headers: { ...headersFor(spec, correlationId), authorization: `Bearer ${token}` },
    ...(spec.body === undefined ? {} : { body: JSON.stringify(spec.body) }),
    // Whoever is named in a Location header gets no token.
    redirect: 'manual',
    signal,
  });
  return readAnswer(response, { call: spec.name, correlationId }, clock.now(), spec.accept).catch((error: unknown) => {
    throw error instanceof PartnerCenterError ? (tokens.refused?.(token, error) ?? error) : error;
  });
}

/** @param ended then it listens no more: the platform keeps a request's signal, and with it whatever it would reach, for long */
const rejectOnAbort = (signal: AbortSignal, ended: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: ended });
  });

// https://learn.microsoft.com/en-us/partner-center/developer/headers
function headersFor(spec: CallSpec, correlationId: string): Record<string, string> {
  const ids: Record<string, string> =
    spec.audience === 'referrals'
      ? { 'client-request-id': correlationId }
      : // The same request id on a retry tells the service that it is the same request.
        { 'MS-RequestId': correlationId, 'MS-CorrelationId': correlationId, 'MS-Contract-Version': 'v1' };
  const content: Record<string, string> = spec.body === undefined ? {} : { 'content-type': 'application/json' };
  // Refusals are JSON, whatever was asked for.
  const accept = [...(spec.accept ? [spec.accept] : []), 'application/json'].join(', ');
  return { accept, ...ids, ...content, ...spec.headers };
}
