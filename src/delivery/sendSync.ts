import type { Clock } from '../lib/clock';
import type { Store } from '../storage/store';
import type { FoundSend } from '../storage/sends';
import { catchUpWithClock } from './catchUpWithClock';
import { conversationLimits } from './sendLimits';
import type { Throttle } from './throttle';

/** Tells this process's throttle what all processes sent, those before it included. */
export interface SendSync {
  /** What other processes have sent and were told since the last time. Gives how many sends of theirs are under way. */
  catchUp(): Promise<number>;
}

export interface SendSyncDeps {
  store: Store;
  throttle: Throttle;
  clock: Clock;
  /** This process, as its claims name it: what it sends itself its throttle knows. */
  processId: string;
  /** Whether no other process sends meanwhile. */
  isSole: boolean;
}

/** How far the limits look back, in ms. */
const longestMs = Math.max(...conversationLimits.map(({ windowMs }) => windowMs));
/** How often what no limit looks back to is forgotten, in ms. */
const forgetEveryMs = 600_000;

/** Makes it, with the throttle as if this process had sent everything of the past hour. */
export async function startSendSync(deps: SendSyncDeps): Promise<SendSync> {
  const { store, throttle, clock, processId, isSole } = deps;
  let known = 0;
  let forgotAt = clock.now();
  let underWay: FoundSend[] = [];

  async function read({ isFirst = false } = {}): Promise<void> {
    const now = clock.now();
    const besides = underWay.map(({ id }) => id);
    const found = await store.sends.found({ behind: known, besides, now });
    known = Math.max(known, found.at(-1)?.id ?? 0);
    const others = found.filter(({ by }) => by !== processId);
    // One follows the other there: of several only the last can be under way.
    const latest = new Map(others.map((send) => [send.conversationId, send]));
    underWay = [...latest.values()].filter(({ claimedUntil }) => claimedUntil !== null);
    const ended = others.filter((send) => !underWay.includes(send));
    // When it ended nobody noted: between the last time and now. A clock that was set back must not make us wait for a time that has been.
    const endedAt = (at: number): number => (isFirst ? Math.min(at, now) : now);
    throttle.restore(ended.map(({ conversationId, at }) => ({ conversationId, sentAt: endedAt(at) })));
    for (const { conversationId, until } of await store.sends.pausedAt(now)) throttle.pause(conversationId, until);
  }

  async function forget(): Promise<void> {
    const now = clock.now();
    if (now - forgotAt < forgetEveryMs) return;
    forgotAt = now;
    await store.sends.forget(now - longestMs);
  }

  await catchUpWithClock(store, clock.now());
  await read({ isFirst: true });
  return {
    async catchUp() {
      if (!isSole) await read();
      await forget();
      return underWay.length;
    },
  };
}
