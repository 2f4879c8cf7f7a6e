import { Counter, Registry } from 'prom-client';

/** A door that something can be refused at. */
export type Door = 'messages' | 'auth' | 'events';

/** What is counted, for `/metrics`. */
export interface Metrics {
  registry: Registry;
  /**
   * Counts something that was not let in.
   * @param reason one of a few fixed words of that door, never anything that came from outside
   */
  refused(door: Door, reason: string): void;
}

/** Makes the process's counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const refusals = new Counter({
    name: 'partner_desk_refused_total',
    help: 'What was refused at a door: forged, malformed, too large, of somebody else',
    labelNames: ['door', 'reason'],
    registers: [registry],
  });
  return { registry, refused: (door, reason) => refusals.inc({ door, reason }) };
}
