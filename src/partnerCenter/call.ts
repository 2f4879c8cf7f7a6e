import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Attempt } from '../lib/metrics';
import { attemptSpan } from './attemptSpan';
import type { CallOptions } from './partnerCenter';
import { PartnerCenterError, type PartnerCenterErrorFacts } from './partnerCenterError';
import { retryDelayMs } from './retryPolicy';
import type { Audience, TokenSource } from './tokenSource';

/** One call, before it has a token. */
export interface CallSpec {
  /** With ids left out, for logs and errors: `GET /engagements/referrals/{id}`. */
  name: string;
  audience: Audience;
  /** Which base URL it goes to, where that is not the one of the audience's API. */
  base?: 'webhooks';
  method: 'GET' | 'PATCH' | 'POST' | 'PUT';
  /** Below the API's base URL, encoded, with the query. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** What the answer must be where it is not JSON; its bytes are then given unread. */
  accept?: 'application/pdf';
  /** Says where events are to go and changes nothing else: the one write that the account which watches may make. */
  isRegistration?: true;
}

/** A successful answer. */
export interface Answer {
  /** The parsed body; undefined when there is none, or it is not JSON. */
  json: unknown;
  /** The body of an answer that is not JSON. */
  bytes?: Uint8Array;
  /** The `ETag` header, quotes included. */
  eTag?: string;
  /** What an error about this answer has to name. */
  facts: Omit<PartnerCenterErrorFacts, 'kind'>;
}

/** Makes one call with its retries. Rejects with a PartnerCenterError. */
export type Call = (tokens: TokenSource, spec: CallSpec, options?: CallOptions) => Promise<Answer>;

export interface CallParts {
  /** The base URL of each API, without a slash at the end. */
  bases: Readonly<Record<Audience | 'webhooks', string>>;
  fetch: typeof fetch;
  clock: Clock;
  /** 0 to 1 */
  random: () => number;
  newId: () => string;
  log: Log;
  /** Is told of every request and how it ended. */
  onAttempt?: (attempt: Attempt) => void;
}

/** How long a call may take with all its retries when its caller does not say, in ms. */
export const defaultTimeoutMs = 20_000;

/** Makes the one function that talks to Partner Center. */
export function createCall(parts: CallParts): Call {
  const { clock, random, newId, log, onAttempt } = parts;
  return async (tokens, spec, { signal, timeoutMs = defaultTimeoutMs, onAnswer } = {}) => {
    if ('readsOnly' in tokens && spec.method !== 'GET' && !spec.isRegistration)
      throw new Error(`${spec.name} is refused: ${tokens.who} only reads`);
    const correlationId = newId();
    const deadline = clock.now() + timeoutMs;
    const facts = { call: spec.name, who: tokens.who, correlationId };
    for (let attempt = 1; ; attempt++) {
      const started = clock.now();
      try {
        const timeLeftMs = deadline - started;
        const answer = await attemptSpan(parts, tokens, spec, { correlationId, timeLeftMs, signal, number: attempt });
        onAttempt?.({ call: spec.name, ms: clock.now() - started, failure: undefined });
        const { status, requestId } = answer.facts;
        if (requestId) onAnswer?.(requestId);
        const level = spec.method === 'GET' ? 'debug' : 'info';
        log[level]({ ...facts, status, requestId, attempt, ms: clock.now() - started }, 'Partner Center answered');
        return answer;
      } catch (error) {
        if (!(error instanceof PartnerCenterError)) throw error;
        onAttempt?.({ call: spec.name, ms: clock.now() - started, failure: error.kind });
        const { status, code, requestId } = error.facts;
        if (requestId) onAnswer?.(requestId);
        const failure = { kind: error.kind, status, code, requestId, attempt, ms: clock.now() - started };
        log.info({ ...facts, ...failure }, 'call failed');
        const delay = retryDelayMs(error, spec.method, attempt, random);
        if (delay === undefined || clock.now() + delay >= deadline) throw error;
        await clock.sleep(delay, signal);
        if (signal?.aborted) throw error;
      }
    }
  };
}
