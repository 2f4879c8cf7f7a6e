import { context, SpanKind, SpanStatusCode, trace, type Attributes, type Tracer } from '@opentelemetry/api';
import { currentTrace } from './trace';
import { traceIdOf } from './traceId';

/** On which side of a request, or of something that waited in the database, the work is; else it is `internal`. */
export type SpanSide = keyof typeof kinds;

// https://opentelemetry.io/docs/specs/otel/trace/api/#spankind
const kinds = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  server: SpanKind.SERVER,
  consumer: SpanKind.CONSUMER,
} as const;

let tracer: Tracer | undefined;

/**
 * Whatever passes {@link span} from now on goes to this tracer; undefined makes no spans. It is not OpenTelemetry's global one, so
 * that no library adds spans of its own, with addresses in them that name customers.
 */
export function useTracer(next: Tracer | undefined): void {
  tracer = next;
}

/**
 * Does the work as one span, if spans are made; when it rejects, that is the span's error, by its kind alone. Work about a
 * referral is in the one trace of that referral: where it begins within other work, it is linked to that.
 * @param name one of a few: what differs from time to time is an attribute
 * @param attributes never a name of a customer or a person, an address, a token, or what somebody typed
 */
export function span<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
  side: SpanSide = 'internal',
): Promise<T> {
  if (!tracer) return work();
  const { trace: referralId, cause } = currentTrace();
  const traceId = traceIdOf(referralId);
  const around = trace.getSpanContext(context.active());
  const isElsewhere = traceId !== undefined && around !== undefined && around.traceId !== traceId;
  const facts = {
    ...(traceId ? { 'partner_desk.referral.id': referralId } : {}),
    ...(cause ? { 'partner_desk.reference.id': cause } : {}),
  };
  const options = {
    kind: kinds[side],
    attributes: { ...facts, ...attributes },
    ...(isElsewhere ? { root: true, links: [{ context: around }] } : {}),
  };
  return tracer.startActiveSpan(name, options, async (active) => {
    try {
      return await work();
    } catch (error) {
      active.setAttribute('error.type', kindOf(error)).setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      active.end();
    }
  });
}

/** Adds to the span of the work at hand what only turns out during it. */
export function annotate(attributes: Attributes): void {
  const active = trace.getActiveSpan();
  if (active?.isRecording()) active.setAttributes(attributes);
}

/** The ids of the span of the work at hand, for the log; nothing where there is none. */
export function currentSpan(): { trace_id?: string; span_id?: string } {
  const active = trace.getActiveSpan()?.spanContext();
  return active ? { trace_id: active.traceId, span_id: active.spanId } : {};
}

/** Our errors have a kind; of others the class is told. Messages may hold anything. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'kind' in error && typeof error.kind === 'string' ? error.kind : error.name;
}
