import type { Clock } from '../lib/clock';
import type { Store } from '../storage/store';
import { conversationLimits } from './sendLimits';
import type { Throttle } from './throttle';

/** Tells this process's throttle what all processes sent, those before it included. */
export interface SendSync {
  /** What other processes have sent and were told since the last time. */
  catchUp(): Promise<void>;
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

  async function read(): Promise<void> {
    const now = clock.now();
    const news = await store.sends.after(known, now - longestMs);
    known = news.at(-1)?.id ?? known;
    const others = news.filter(({ by }) => by !== processId);
    // A clock that was set back must not make us wait for a time that has been.
    throttle.restore(others.map(({ conversationId, at }) => ({ conversationId, sentAt: Math.min(at, now) })));
    for (const { conversationId, until } of await store.sends.pausedAt(now)) throttle.pause(conversationId, until);
  }

  async function forget(): Promise<void> {
    const now = clock.now();
    if (now - forgotAt < forgetEveryMs) return;
    forgotAt = now;
    await store.sends.forget(now - longestMs);
  }

  await read();
  return {
    async catchUp() {
      if (!isSole) await read();
      await forget();
    },
  };
}
