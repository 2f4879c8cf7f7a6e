import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { CallOptions } from './partnerCenter';
import { PartnerCenterError } from './partnerCenterError';
import { readAnswer } from './readAnswer';
import { retryDelayMs } from './retryPolicy';
import type { Audience, TokenSource } from './tokenSource';

/** One call, before it has a token. */
export interface CallSpec {
  /** With ids left out, for logs and errors: `GET /engagements/referrals/{id}`. */
  name: string;
  audience: Audience;
  method: 'GET' | 'PATCH' | 'POST';
  /** Below the API's base URL, encoded, with the query. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** A successful answer. */
export interface Answer {
  status: number;
  /** The parsed body; undefined when there is none. */
  json: unknown;
}

/** Makes one call with its retries. Rejects with a PartnerCenterError. */
export type Call = (tokens: TokenSource, spec: CallSpec, options?: CallOptions) => Promise<Answer>;

export interface CallParts {
  /** The base URL of each API, without a slash at the end. */
  bases: Readonly<Record<Audience, string>>;
  fetch: typeof fetch;
  clock: Clock;
  /** 0 to 1 */
  random: () => number;
  newId: () => string;
  log: Log;
}

/** How long a call may take with all its retries when its caller does not say, in ms. */
const defaultTimeoutMs = 20_000;

/** Makes the one function that talks to Partner Center. */
export function createCall(parts: CallParts): Call {
  const { clock, random, newId, log } = parts;
  return async (tokens, spec, { signal, timeoutMs = defaultTimeoutMs } = {}) => {
    const correlationId = newId();
    const deadline = clock.now() + timeoutMs;
    const facts = { call: spec.name, who: tokens.who, correlationId };
    for (let attempt = 1; ; attempt++) {
      const started = clock.now();
      try {
        const answer = await once(parts, tokens, spec, correlationId, deadline - started, signal);
        log.debug({ ...facts, status: answer.status, attempt, ms: clock.now() - started }, 'Partner Center answered');
        return answer;
      } catch (error) {
        if (!(error instanceof PartnerCenterError)) throw error;
        const { status, code, requestId } = error.facts;
        log.info(
          { ...facts, kind: error.kind, status, code, requestId, attempt, ms: clock.now() - started },
          'call failed',
        );
        const delay = retryDelayMs(error, spec.method, attempt, random);
        if (delay === undefined || signal?.aborted || clock.now() + delay >= deadline) throw error;
        await clock.sleep(delay, signal);
      }
    }
  };
}

async function once(
  parts: CallParts,
  tokens: TokenSource,
  spec: CallSpec,
  correlationId: string,
  timeLeftMs: number,
  signal?: AbortSignal,
): Promise<Answer> {
  const { clock, bases } = parts;
  const timeout = new AbortController();
  const answered = new AbortController();
  void clock.sleep(timeLeftMs, answered.signal).then(() => {
    if (!answered.signal.aborted) timeout.abort();
  });
  const bounded = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
  try {
    const token = await tokens.getToken(spec.audience, bounded);
    const response = await parts.fetch(bases[spec.audience] + spec.path, {
      method: spec.method,
      headers: { ...headersFor(spec, correlationId), authorization: `Bearer ${token}` },
      ...(spec.body === undefined ? {} : { body: JSON.stringify(spec.body) }),
      redirect: 'manual',
      signal: bounded,
    });
    return await readAnswer(response, { call: spec.name, correlationId });
  } catch (cause) {
    if (cause instanceof PartnerCenterError) throw cause;
    const kind = timeout.signal.aborted ? 'timeout' : 'network';
    throw new PartnerCenterError(`No answer to ${spec.name}`, { kind, call: spec.name, correlationId, cause });
  } finally {
    answered.abort();
  }
}

// https://learn.microsoft.com/en-us/partner-center/developer/headers
function headersFor(spec: CallSpec, correlationId: string): Record<string, string> {
  const ids: Record<string, string> =
    spec.audience === 'referrals'
      ? { 'client-request-id': correlationId }
      : // The same request id on a retry tells the service that it is the same request.
        { 'MS-RequestId': correlationId, 'MS-CorrelationId': correlationId, 'MS-Contract-Version': 'v1' };
  const content: Record<string, string> = spec.body === undefined ? {} : { 'content-type': 'application/json' };
  return { accept: 'application/json', ...ids, ...content, ...spec.headers };
}
