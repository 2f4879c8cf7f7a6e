import { setTimeout as wait } from 'node:timers/promises';

/** Resolves with the first value that is not undefined or false; looks every 20 ms, for 25 seconds at most. */
export async function eventually<T>(what: string, look: () => T | undefined | false): Promise<T> {
  for (const end = Date.now() + 25_000; Date.now() < end; await wait(20)) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
  }
  throw new Error(`It did not come to this: ${what}`);
}
