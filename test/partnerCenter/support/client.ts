import { sandboxTokens } from '../../../src/identity/sandboxTokens';
import { createLog } from '../../../src/lib/log';
import { createPartnerCenter } from '../../../src/partnerCenter/createPartnerCenter';
import type { PartnerCenter } from '../../../src/partnerCenter/partnerCenter';
import { TestClock } from '../../support/testClock';

export const megan = sandboxTokens('5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021');

/** A clock that knows whether somebody waits to try again: what waits with a signal is the time limit of a call. */
export class RetryClock extends TestClock {
  waiting = 0;

  override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal) return super.sleep(ms, signal);
    this.waiting++;
    await super.sleep(ms);
    this.waiting--;
  }
}

/** The client on a clock that the test moves; ids count up, jitter is always half. */
export function clientOf(origin: string): { client: PartnerCenter; clock: RetryClock } {
  const clock = new RetryClock();
  let ids = 0;
  const client = createPartnerCenter({
    referralsApiUrl: `${origin}/v1.0`,
    partnerCenterApiUrl: `${origin}/v1`,
    fetch,
    clock,
    random: () => 0.5,
    newId: () => `id-${++ids}`,
    log: createLog('silent'),
  });
  return { client, clock };
}

/** Everything that an iteration gives. */
export async function all<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

/** Moves the clock over every wait to try again, and over nothing else, until the work is done. */
export async function running<T>(clock: RetryClock, work: Promise<T>): Promise<T> {
  const state = { done: false };
  const ended = work.finally(() => (state.done = true));
  ended.catch(() => undefined);
  while (!state.done) {
    await new Promise((resolve) => setImmediate(resolve));
    const next = clock.nextWake();
    if (clock.waiting > 0 && next !== undefined) await clock.advance(next - clock.now());
  }
  return ended;
}
