/**
 * How far the clocks of processes may differ, in ms. A claim or a lease that lasts longer than anything that could be made now, and
 * by more than this, was made before the clock was set back, and its process may have died since: it counts no more.
 */
export const clockToleranceMs = 60_000;
