import type { CardMessage } from '../cards/message';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { digestOf, isWorthTelling, type Digest } from '../referrals/digest';
import { nextDigestAt } from '../referrals/digestTime';
import { quietPeriod } from '../referrals/quietHours';
import type { DigestRow } from '../storage/digests';
import type { Conversation, Store } from '../storage/store';
import { failureDecision } from './failureDecision';
import { keepTrying } from './keepTrying';
import { lastPatience } from './lastPatience';
import type { Sender } from './sender';
import { sendInTime } from './sendInTime';
import type { Throttle } from './throttle';

export interface DigestDeliveryDeps {
  store: Store;
  sender: Sender;
  render: (digest: Digest, row: DigestRow, conversation: Conversation) => CardMessage;
  /** Whether data may be shown there at all. */
  isAllowed: (conversation: Conversation) => boolean;
  throttle: Throttle;
  clock: Clock;
  log: Log;
  /** 0 to 1 */
  random: () => number;
  /** `REFERRAL_RESPONSE_DAYS` */
  responseDays: number;
}

/** How often it looks whether one is due, in ms. */
const intervalMs = 2_000;
/** How long a send may take, and for how long its row is claimed, in ms. */
const sendTimeoutMs = 15_000;
const claimMs = 30_000;

/** Posts digests when they are due, each by one process: after quiet hours at their end, after an outage one that covers all of it. */
export function createDigestDelivery(deps: DigestDeliveryDeps): { run(signal: AbortSignal): Promise<void> } {
  const { store, clock, log } = deps;

  async function takeNext(giveUp: AbortSignal): Promise<boolean> {
    const now = clock.now();
    const quiet = (await store.quietHours.all()).filter((hours) => quietPeriod(hours, hours.timeZone, now));
    const quietIds = quiet.map(({ conversationId }) => conversationId);
    const row = await store.digests.claim(now, now + claimMs, quietIds);
    if (row) await deliver(deps, row, giveUp);
    return row !== undefined;
  }

  return {
    async run(signal) {
      const { giveUp, end } = lastPatience(signal, clock);
      while (!signal.aborted) {
        try {
          if (await takeNext(giveUp)) continue;
        } catch (error) {
          log.error({ err: error }, 'digests cannot be sent');
        }
        if (!signal.aborted) await clock.sleep(intervalMs, signal);
      }
      end();
    },
  };
}

async function deliver(deps: DigestDeliveryDeps, row: DigestRow, giveUp: AbortSignal): Promise<void> {
  const { store, sender, throttle, clock, log, responseDays } = deps;
  const conversation = await store.conversations.find(row.conversationId);
  if (!conversation || conversation.removedAt !== null) return void (await store.digests.clear(row.conversationId));
  const { everywhere, conversationIds, changesAt } = throttle.closed();
  if (everywhere || conversationIds.includes(conversation.id)) {
    return store.digests.postpone(row, changesAt ?? clock.now() + intervalMs);
  }
  const until = clock.now();
  const next = { since: until, dueAt: nextDigestAt(row, conversation.timeZone, until) };
  const entries = await store.ledger.shownIn(conversation.id, row.since);
  const digest = digestOf(entries, { since: row.since, until, responseDays });
  if (!isWorthTelling(digest) || !deps.isAllowed(conversation)) return store.digests.settle(row, next);
  try {
    const message = deps.render(digest, row, conversation);
    await sendInTime(clock, sendTimeoutMs, giveUp, (signal) => sender.post(conversation, message, signal));
    throttle.recordSent(conversation.id);
    await keepTrying(clock, log, () => store.digests.settle(row, next));
    log.info({ conversation: conversation.id }, 'a digest was posted');
  } catch (error) {
    if (giveUp.aborted) return store.digests.postpone(row, clock.now());
    await settleFailure(deps, row, next, error);
  }
}

async function settleFailure(
  { store, clock, log, random }: DigestDeliveryDeps,
  row: DigestRow,
  next: { since: number; dueAt: number },
  error: unknown,
): Promise<void> {
  const decision = failureDecision(error, row.attempts, random);
  log.warn({ conversation: row.conversationId, err: error }, 'a digest could not be posted');
  const now = clock.now();
  if (decision.action === 'retry') return store.digests.postpone(row, now + decision.delayMs);
  if (decision.action === 'pause') return store.digests.postpone(row, now + decision.pauseMs);
  // One that Teams refuses is not tried again; the next one sums up what it would have said.
  if (decision.action === 'bury') return store.digests.settle(row, { ...next, since: row.since });
  await store.conversations.remove(row.conversationId, 'Teams refuses everything there', now);
}
