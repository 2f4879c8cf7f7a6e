import { span } from '../lib/span';
import { traced } from '../lib/trace';
import { deliverRow, type DeliveryDeps } from './deliverRow';
import { lastPatience } from './lastPatience';
import type { SendSync } from './sendSync';

/** Pays what is owed to Teams. */
export interface Dispatcher {
  /** Sends whatever falls due until `signal` aborts, then ends within 10 s: what is in hand is finished or handed back. */
  run(signal: AbortSignal): Promise<void>;
  /** Something became owed: look at once. */
  wake(): void;
}

export interface DispatcherDeps extends DeliveryDeps {
  /** This process, as its claims name it. */
  processId: string;
  sync: SendSync;
}

/**
 * How many conversations are served at the same time; in each, one send follows the other. Enough to use up Teams' limits where
 * it takes half a second for each, and for some that hang to hold up nobody else.
 */
const parallel = 32;
/** A row that was not carried out after this long, in ms, may be claimed anew: its process has died. */
const leaseMs = 30_000;
/** How often the outbox is looked at when nothing wakes us: another process may have written to it. */
const idleMs = 1_000;

/** Makes the dispatcher; it does nothing until it is told to run. */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { store, throttle, clock, log, sync, processId, metrics } = deps;
  const inHand = new Set<Promise<void>>();
  /** Their conversations, also when their claims say nothing because the clock was set back. */
  const servedNow = new Set<string>();
  /** So many sends of other processes are under way. */
  let elsewhere = 0;
  let nudge = new AbortController();
  const wake = (): void => nudge.abort();

  let latest = -Infinity;

  /** The time; when the clock was set back, what was due by then is due now and not when that time comes again. */
  async function present(): Promise<number> {
    const now = clock.now();
    if (now < latest) await store.outbox.clockSetBack(latest + idleMs, now);
    latest = now;
    return now;
  }

  /** Claims the next row that may be sent now and begins with it; false if there is none. */
  async function takeNext(giveUp: AbortSignal): Promise<boolean> {
    elsewhere = await sync.catchUp();
    const { everywhere, conversationIds } = throttle.closed(inHand.size + elsewhere);
    if (everywhere || inHand.size >= parallel) return false;
    const row = await store.outbox.claim(processId, await present(), leaseMs, [...conversationIds, ...servedNow]);
    if (!row) return false;
    servedNow.add(row.conversationId);
    const facts = { 'partner_desk.conversation.id': row.conversationId, 'partner_desk.delivery.attempt': row.attempts };
    const deliver = () => span(`deliver ${row.kind}`, facts, () => deliverRow(deps, row, giveUp), 'consumer');
    const delivery = traced(row.referralId ? { trace: row.referralId } : {}, deliver)
      .catch((error: unknown) => log.error({ err: error, row: row.id }, 'a delivery was left to its lease'))
      .finally(() => {
        inHand.delete(delivery);
        servedNow.delete(row.conversationId);
        wake();
      });
    inHand.add(delivery);
    return true;
  }

  /** Waits until something may be sent, or somebody wakes us. */
  async function idle(): Promise<void> {
    const now = clock.now();
    const dueAt = await store.outbox.nextDueAt();
    const { changesAt } = throttle.closed(inHand.size + elsewhere);
    const later = [dueAt ?? now, changesAt ?? now].filter((at) => at > now);
    await clock.sleep(Math.min(now + idleMs, ...later) - now, nudge.signal);
    const waitedForTeams = dueAt !== undefined && dueAt <= now && changesAt !== undefined && inHand.size < parallel;
    if (waitedForTeams) metrics.throttled(clock.now() - now);
  }

  async function run(signal: AbortSignal): Promise<void> {
    const { giveUp, end } = lastPatience(signal, clock);
    signal.addEventListener('abort', wake, { once: true });
    while (!signal.aborted) {
      // Before looking, so that nothing that becomes owed meanwhile is slept through.
      nudge = new AbortController();
      try {
        if (await takeNext(giveUp)) continue;
        await idle();
      } catch (error) {
        log.error({ err: error }, 'the outbox cannot be read');
        await clock.sleep(idleMs, signal);
      }
    }
    await Promise.all(inHand);
    end();
  }

  return { run, wake };
}
