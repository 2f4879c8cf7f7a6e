import { setTimeout as wait } from 'node:timers/promises';
import type { Child } from './child';

const patienceMs = 30_000;

/** Whether anything answers there. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Resolves when the URL answers, whatever it says.
 * @throws Error with a sentence when the child ends first, or after 30 s
 */
export async function waitUntilReady(url: string, child: Child): Promise<void> {
  let ended: string | undefined;
  void child.ended.then((sentence) => (ended = sentence));
  for (const end = Date.now() + patienceMs; Date.now() < end; await wait(50)) {
    if (ended) throw new Error(ended);
    if (await answers(url)) return;
  }
  throw new Error(`${url} did not answer within ${patienceMs / 1000} s`);
}
