import { sandboxTokens } from '../../../src/identity/sandboxTokens';
import { createLog } from '../../../src/lib/log';
import { createPartnerCenter } from '../../../src/partnerCenter/createPartnerCenter';
import type { PartnerCenter } from '../../../src/partnerCenter/partnerCenter';
import { TestClock } from '../../support/testClock';

export const megan = sandboxTokens('5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021');

/** The client on a clock that the test moves; ids count up, jitter is always half. */
export function clientOf(origin: string, clock = new TestClock()): { client: PartnerCenter; clock: TestClock } {
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

/** Moves the clock to each waiting sleeper until the work is done. */
export async function running<T>(clock: TestClock, work: Promise<T>): Promise<T> {
  const state = { done: false };
  const ended = work.finally(() => (state.done = true));
  ended.catch(() => undefined);
  while (!state.done) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const next = clock.nextWake();
    // The longest sleeper is the call's own time-out: it only comes when nothing else is waited for.
    if (!state.done && next !== undefined && next - clock.now() < 20_000) await clock.advance(next - clock.now());
  }
  return ended;
}
