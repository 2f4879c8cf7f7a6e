import { context, diag } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider } from '@opentelemetry/sdk-trace';
import type { TracesConfig } from '../config/tracesConfig';
import { useTracer } from '../lib/span';
import { currentTrace } from '../lib/trace';
import { traceIdOf } from '../lib/traceId';
import type { Tracing, TracingParts } from './createTracing';
import { tellOutages } from './tellOutages';

/** How long the last spans may take when the process stops, in ms. */
const lastFlushMs = 2_000;

/** Makes spans, and posts them to the collector every five seconds; what it does not take is lost, and disturbs nothing. */
export function exportSpans(
  { url, headers, resource }: TracesConfig,
  { clock, log, processId }: TracingParts,
): Tracing {
  const processor = new BatchSpanProcessor({ exporter: tellOutages(new OTLPTraceExporter({ url, headers }), log) });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ ...resource, 'service.instance.id': processId })),
    spanProcessors: [processor],
    idGenerator: idGenerator(),
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  useTracer(provider.getTracer('partner-desk'));
  log.info({ collector: new URL(url).host }, 'traces are exported');
  return {
    flush: () => processor.forceFlush().catch(wasTold),
    async stop() {
      useTracer(undefined);
      const sent = new AbortController();
      const flushed = provider
        .shutdown()
        .catch(wasTold)
        .then(() => sent.abort());
      await Promise.race([flushed, clock.sleep(lastFlushMs, sent.signal)]);
      context.disable();
      diag.disable();
    },
  };
}

const wasTold = (): void => undefined;

/** All work about a referral is in one trace; any other work is in a trace of its own. */
function idGenerator() {
  const random = new RandomIdGenerator();
  return {
    generateTraceId: () => traceIdOf(currentTrace().trace) ?? random.generateTraceId(),
    generateSpanId: () => random.generateSpanId(),
  };
}
