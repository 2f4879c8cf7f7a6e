import { diag, DiagLogLevel } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Log } from '../lib/log';

const ignore = (): void => undefined;

/** How much of what a collector says goes into the log, in characters. */
const longest = 200;

/**
 * The exporter, which says in the log once when the collector begins not to take spans, and once when it takes them again. An
 * answer that succeeds and is no answer of a collector, or says that some were refused, counts as not taking them.
 */
export function tellOutages(exporter: SpanExporter, log: Log): SpanExporter {
  let complaint: string | undefined;
  let isOut = false;
  const complain = (...said: unknown[]): void => {
    complaint = said.filter((part) => typeof part === 'string').join(' ');
  };
  // The library tells such things nowhere else.
  const logger = { error: ignore, warn: complain, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });

  function tell(why: string | undefined): void {
    if (why !== undefined && !isOut) log.warn({ why: why.slice(0, longest) }, 'the collector does not take traces');
    if (why === undefined && isOut) log.info('the collector takes traces again');
    isOut = why !== undefined;
  }

  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        tell(result.error ? reason(result.error) : complaint);
        complaint = undefined;
        done(result);
      });
    },
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}

/** The code of a connection's error or the status of an answer, and what it is called; not the answer itself. */
function reason(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return [code, error.message].filter(Boolean).join(' ');
}
