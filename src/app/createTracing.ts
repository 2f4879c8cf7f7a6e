import type { Config } from '../config';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';

/** What becomes of the spans that are made. */
export interface Tracing {
  /** Sends what is ready; resolves when the collector has taken it or refused it. */
  flush(): Promise<void>;
  /** Makes no more spans, and sends the last within two seconds or not at all. */
  stop(): Promise<void>;
}

/** What exporting spans takes. */
export interface TracingParts {
  clock: Clock;
  log: Log;
  /** This process, as the spans name it. */
  processId: string;
}

const off: Tracing = { flush: () => Promise.resolve(), stop: () => Promise.resolve() };

/** Has spans made and exported where the configuration says whereto; else nothing of it is even loaded. */
export function createTracing({ traces }: Config, parts: TracingParts): Tracing {
  if (!traces) return off;
  // An import would be loaded in any case.
  const { exportSpans } = require('./exportSpans') as typeof import('./exportSpans');
  return exportSpans(traces, parts);
}
