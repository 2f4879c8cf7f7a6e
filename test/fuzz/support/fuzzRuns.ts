import type { Parameters as FuzzParameters } from 'fast-check';

/** How many times as much as in `npm test`; `npm run fuzz` sets it. */
const times = (globalThis as { fuzzTimes?: number }).fuzzTimes;

/** How many cases are run at the same moment. */
export const atOnce = 10;

/** What a test may take, in ms, on a machine that has other things to do. */
export const fuzzTimeoutMs = times === undefined ? 120_000 : 3_600_000;

/** So many cases, the same ones in every `npm test`; in `npm run fuzz` many more, and others each time. */
export function fuzzRuns<T>(cases: number): FuzzParameters<T> {
  const numRuns = cases * (times ?? 1);
  // The cases of a run have nothing to do with each other, and the one that fails is shown: nothing is to be shrunk.
  return { numRuns, endOnFailure: true, ...(times === undefined ? { seed: 20_261_121 } : {}) };
}
