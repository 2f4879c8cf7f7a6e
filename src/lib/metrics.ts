import { collectDefaultMetrics, Counter, Registry } from 'prom-client';

/** Where something can be refused. */
export type Door = 'connection' | 'messages' | 'auth' | 'webhook' | 'command' | 'press' | 'search';

/** What is counted, for `/metrics`. */
export interface Metrics {
  registry: Registry;
  /**
   * Counts something that was refused.
   * @param reason one of a few fixed words, never anything that came in
   */
  refused(door: Door, reason: string): void;
}

/** Makes the counters of one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const refused = new Counter({
    name: 'partner_desk_refused_total',
    help: 'Requests, commands and presses that were refused',
    labelNames: ['door', 'reason'],
    registers: [registry],
  });
  return { registry, refused: (door, reason) => refused.inc({ door, reason }) };
}
