import type { Store } from '../../../src/storage/store';

/** A process that dies: from some step on it reaches neither the database nor Teams, and what it had not committed is undone. */
export interface Mortal {
  store: Store;
  fetch: typeof fetch;
  isDead: () => boolean;
  /** What it has done, in order. */
  passed: string[];
}

/** Makes one that dies before its n-th step; every call to the database and to Teams is a step, a transaction is two. */
export function mortal(store: Store, fetchHttp: typeof fetch, n: number): Mortal {
  const passed: string[] = [];
  let dead = false;
  const step = (name: string): void => {
    dead ||= passed.length >= n;
    if (dead) throw new Error('This process is dead');
    passed.push(name);
  };
  const stepwise = <T extends object>(part: T, name: string): T =>
    Object.fromEntries(
      Object.entries(part as Record<string, (...args: unknown[]) => unknown>).map(([method, call]) => [
        method,
        async (...args: unknown[]) => {
          step(`${name}.${method}`);
          return call(...args);
        },
      ]),
    ) as T;
  const { folded, cards, conversations, watches, ledger, outbox, sends, warnings } = store;
  const parts = { folded, cards, conversations, watches, ledger, outbox, sends, warnings };
  const stepwiseParts = Object.entries(parts).map(([name, part]) => [name, stepwise(part, name)]);
  return {
    store: {
      ...store,
      ...(Object.fromEntries(stepwiseParts) as typeof parts),
      async transaction(work) {
        step('begin');
        return store.transaction(async (tx) => {
          const result = await work(tx);
          step('commit');
          return result;
        });
      },
    },
    async fetch(...call) {
      step('request');
      const answer = await fetchHttp(...call);
      step('answer');
      return answer;
    },
    isDead: () => dead,
    passed,
  };
}
