import { deliverNotice, type NoticeDeliveryDeps } from './deliverNotice';
import { lastPatience } from './lastPatience';

/** Tells conversations what they are to be told once, besides cards. */
export interface NoticeDelivery {
  run(signal: AbortSignal): Promise<void>;
  /** Something became owed: look at once. */
  wake(): void;
}

/** How often it looks when nobody wakes it, in ms: another process may have owed something. */
const idleMs = 5_000;
/** For how long the row of what is being sent is claimed, in ms. */
const claimMs = 30_000;

/** Makes the delivery of notices; it does nothing until it is told to run. */
export function createNoticeDelivery(deps: NoticeDeliveryDeps): NoticeDelivery {
  const { store, clock, log } = deps;
  let nudge = new AbortController();

  async function takeNext(giveUp: AbortSignal): Promise<boolean> {
    const now = clock.now();
    const notice = await store.notices.claim(now, now + claimMs);
    if (!notice) return false;
    await deliverNotice(deps, notice, giveUp);
    return true;
  }

  return {
    wake: () => nudge.abort(),
    async run(signal) {
      const { giveUp, end } = lastPatience(signal, clock);
      signal.addEventListener('abort', () => nudge.abort(), { once: true });
      while (!signal.aborted) {
        // Before looking, so that nothing that becomes owed meanwhile is slept through.
        nudge = new AbortController();
        try {
          if (await takeNext(giveUp)) continue;
        } catch (error) {
          log.error({ err: error }, 'notices cannot be sent');
        }
        if (!signal.aborted) await clock.sleep(idleMs, nudge.signal);
      }
      end();
    },
  };
}
