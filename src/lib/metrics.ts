import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { annotate } from './span';

/** Where something can be refused. */
export type Door = 'connection' | 'messages' | 'auth' | 'webhook' | 'command' | 'press' | 'search';

/**
 * What became of something that was owed to Teams: `throttled` is to wait, `failed` will be tried again, `buried` was given
 * up, and `unreachable` means that the conversation is gone or that the bot may not write there.
 */
const outcomes = ['posted', 'folded', 'updated', 'reminder', 'throttled', 'failed', 'buried', 'unreachable'] as const;
export type SendOutcome = (typeof outcomes)[number];

/** One request to Partner Center and how it ended; a call that is repeated is several of them. */
export interface Attempt {
  /** With ids left out: `GET /engagements/referrals/{id}`. */
  call: string;
  ms: number;
  /** The kind of its PartnerCenterError; undefined when it succeeded. */
  failure: string | undefined;
}

/** What became of a question to the language model. */
export type ModelOutcome = 'answered' | 'refused' | 'senseless' | 'silent';

/** What is counted, for `/metrics`; docs/operations.md describes each. Labels are a few fixed words, never what came in. */
export interface Metrics {
  registry: Registry;
  /** Counts something that was refused. */
  refused(door: Door, reason: string): void;
  /** Counts it, and notes it on the span of the delivery at hand. */
  sent(outcome: SendOutcome): void;
  /** Notes how long after a referral was created its card was posted, in ms. */
  posted(lagMs: number): void;
  /** Notes how long sending waited for Teams' limits, in ms. */
  throttled(waitMs: number): void;
  attempted(attempt: Attempt): void;
  modelAsked(outcome: ModelOutcome): void;
}

/** The part of them that the delivery keeps. */
export type DeliveryMetrics = Pick<Metrics, 'sent' | 'posted' | 'throttled'>;

/** Upper ends of the buckets, in seconds: a card is due within a poll and 3 s, at most a minute later by default. */
const lagBuckets = [1, 2, 5, 10, 30, 60, 120, 300, 900, 3600, 14_400, 86_400];
const callBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Makes the counters of one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const histogram = <L extends string>(name: string, help: string, buckets: number[], ...labelNames: L[]) =>
    new Histogram({ name, help, buckets, labelNames, registers: [registry] });

  const refusals = 'Requests, commands and presses that were refused';
  const refused = counter('partner_desk_refused_total', refusals, 'door', 'reason');
  const sends = counter('partner_desk_sends_total', 'What became of cards and edits owed to Teams', 'outcome');
  const lag = histogram('partner_desk_event_lag_seconds', 'From the creation of a referral to its card', lagBuckets);
  const waits = counter('partner_desk_throttle_wait_seconds_total', "How long sending waited for Teams' limits");
  const calls = histogram('partner_desk_upstream_seconds', 'Requests to Partner Center', callBuckets, 'call');
  const failures = 'Requests to Partner Center that failed';
  const errors = counter('partner_desk_upstream_errors_total', failures, 'call', 'kind');
  const model = counter('partner_desk_model_calls_total', 'Questions to the language model', 'outcome');
  // A rate can only be seen to rise from a count that was there before.
  for (const outcome of outcomes) sends.inc({ outcome }, 0);
  return {
    registry,
    refused: (door, reason) => refused.inc({ door, reason }),
    sent(outcome) {
      sends.inc({ outcome });
      annotate({ 'partner_desk.delivery.outcome': outcome });
    },
    posted: (lagMs) => lag.observe(lagMs / 1000),
    throttled: (waitMs) => waits.inc(waitMs / 1000),
    attempted({ call, ms, failure }) {
      calls.observe({ call }, ms / 1000);
      if (failure !== undefined) errors.inc({ call, kind: failure });
    },
    modelAsked: (outcome) => model.inc({ outcome }),
  };
}
