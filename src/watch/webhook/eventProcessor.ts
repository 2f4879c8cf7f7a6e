import type { Clock } from '../../lib/clock';
import type { Log } from '../../lib/log';
import { span } from '../../lib/span';
import { traced } from '../../lib/trace';
import { PartnerCenterError } from '../../partnerCenter/partnerCenterError';
import type { EventClaim } from '../../storage/event';
import type { Work } from '../leadership';
import { isNewsTopic } from './isNewsTopic';
import { readTruth, type TruthDeps } from './readTruth';
import { retryTime } from './retryTime';
import { noteUnreadable } from './unreadableNews';

/** Reads again what the stored events are about, whichever process received them. */
export interface EventProcessor extends Work {
  /** An event was kept: look at once. */
  wake(): void;
}

export interface EventProcessorDeps extends TruthDeps {
  clock: Clock;
  newId: () => string;
  /** Whether events come in; where they do not, what was kept before is read and forgotten. */
  isFed: boolean;
  /** 0 to 1 */
  random: () => number;
  log: Log;
  /** Called when something became owed to Teams. */
  onWork: () => void;
}

/** How many things are read at the same time. */
const workers = 4;
/** How often it looks when nobody wakes it, in ms: another process may have kept an event, or died over one. */
const idleMs = 2_000;
/** How long one call may take with its retries, and for how long an event is claimed, in ms. */
const callTimeoutMs = 20_000;
const claimMs = 40_000;
const firstRetryMs = 2_000;
/** For how long an event that has ended is kept, in ms: longer than it is let in again at the door. */
const keptMs = 5 * 86_400_000;
const forgetEveryMs = 3_600_000;

/** Makes it; it does nothing until it is told to run. */
export function createEventProcessor(deps: EventProcessorDeps): EventProcessor {
  const { store, clock, log } = deps;
  let nudge = new AbortController();
  /** Partner Center asked for patience until then. */
  let pausedUntil = 0;
  /** The same of its other API, which referrals do not wait for. */
  let newsPausedUntil = 0;
  let forgotAt = -Infinity;

  async function takeNext(signal: AbortSignal): Promise<boolean> {
    const now = clock.now();
    if (now < pausedUntil) return false;
    const claim = await store.events.claim(deps.newId(), now, now + claimMs);
    if (!claim) return false;
    const { topic, subject, attempts } = claim;
    if (isNewsTopic(topic) && now < newsPausedUntil) {
      await store.events.postpone(claim, newsPausedUntil);
      return true;
    }
    try {
      const options = { signal, timeoutMs: callTimeoutMs };
      const about = subject ? { trace: subject } : {};
      const facts = { 'partner_desk.event.topic': topic, 'partner_desk.event.attempt': attempts };
      const read = () => span('process event', facts, () => readTruth(claim, deps, options), 'consumer');
      const owed = await traced(about, read);
      log.info({ topic, subject, owed }, 'what an event was about was read');
      if (owed > 0) deps.onWork();
    } catch (error) {
      if (error instanceof PartnerCenterError && error.kind === 'throttled') {
        const until = clock.now() + (error.facts.retryAfterMs ?? firstRetryMs);
        if (isNewsTopic(topic)) newsPausedUntil = Math.max(newsPausedUntil, until);
        else pausedUntil = Math.max(pausedUntil, until);
      }
      await settleFailure(claim, error, signal.aborted);
    }
    return true;
  }

  async function settleFailure(claim: EventClaim, error: unknown, isStopping: boolean): Promise<void> {
    const now = clock.now();
    if (isStopping) return store.events.postpone(claim, now);
    const { topic, subject, attempts, receivedAt } = claim;
    const isForbidden = error instanceof PartnerCenterError && error.kind === 'forbidden';
    if (isForbidden && isNewsTopic(topic)) await noteUnreadable(store, topic, now);
    const wait = retryTime(claim, error, now);
    if (wait === undefined) {
      log.warn({ err: error, topic, subject, receivedAt }, 'what an event was about is not read any more');
      await store.events.finish(claim, now);
      return;
    }
    log.warn({ err: error, topic, subject, attempts }, 'what an event is about cannot be read yet');
    await store.events.postpone(claim, now + Math.ceil(wait * (1 + deps.random() / 4)));
  }

  async function forgetOld(): Promise<void> {
    const now = clock.now();
    if (now - forgotAt < forgetEveryMs) return;
    await store.events.forget(now - keptMs);
    forgotAt = now;
  }

  /** How long to wait when nothing can be done now, in ms. */
  async function patience(): Promise<number> {
    const dueAt = await store.events.nextDueAt();
    if (dueAt === undefined && !deps.isFed) return forgetEveryMs;
    return Math.min(idleMs, Math.max(1, Math.max(pausedUntil, dueAt ?? Infinity) - clock.now()));
  }

  async function round(signal: AbortSignal): Promise<void> {
    const one = async (): Promise<void> => {
      while (!signal.aborted && (await takeNext(signal)));
    };
    await Promise.all(Array.from({ length: workers }, one));
    await forgetOld();
  }

  return {
    wake: () => nudge.abort(),
    async run(signal) {
      signal.addEventListener('abort', () => nudge.abort(), { once: true });
      while (!signal.aborted) {
        // Before looking, so that nothing that comes meanwhile is slept through.
        nudge = new AbortController();
        let wait = idleMs;
        try {
          await round(signal);
          wait = await patience();
        } catch (error) {
          log.error({ err: error }, 'events cannot be processed');
        }
        if (!signal.aborted) await clock.sleep(wait, nudge.signal);
      }
    },
  };
}
