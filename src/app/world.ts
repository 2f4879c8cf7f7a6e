import { systemClock, type Clock } from '../lib/clock';

/** The outside world, which a test may bring itself. */
export interface World {
  clock: Clock;
  fetch: typeof fetch;
  /** 0 to 1 */
  random: () => number;
}

/** The one outside. */
export const realWorld: World = { clock: systemClock, fetch: (...call) => fetch(...call), random: Math.random };
