import type { FoldedReferral } from '../cards/foldedCard';
import type { CardMessage } from '../cards/message';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { DeliveryMetrics } from '../lib/metrics';
import { watchesReferrals } from '../referrals/watchConditions';
import type { OutboxRow } from '../storage/owed';
import type { Card, Conversation, LedgerEntry, Store, Watch } from '../storage/store';
import { deliverBurst } from './deliverBurst';
import { deliverListUpdate } from './deliverListUpdate';
import { deliverNews, type NewsDelivery } from './deliverNews';
import { deliverWarning } from './deliverWarning';
import { eventLagMs, lateFrom } from './eventLag';
import { burstSize } from './foldLimits';
import { quietWait } from './quietWait';
import type { Reminders } from './reminders';
import { saveCard } from './saveCard';
import type { Sender } from './sender';
import { sendInTime } from './sendInTime';
import { settleFailure } from './settleFailure';
import type { Throttle } from './throttle';

/** What paying what is owed to Teams takes. */
export interface DeliveryDeps {
  store: Store;
  sender: Sender;
  /** The card of a referral as that conversation is to see it. */
  render: (entry: LedgerEntry, conversation: Conversation) => CardMessage;
  /** The list card that stands for several. */
  renderList: (referrals: readonly FoldedReferral[], conversation: Conversation) => CardMessage;
  /** Whether the referral may be shown there; rejects when that cannot be known now. */
  mayShow: (entry: LedgerEntry, conversation: Conversation) => Promise<boolean>;
  reminders: Reminders;
  news: NewsDelivery;
  throttle: Throttle;
  clock: Clock;
  log: Log;
  /** 0 to 1 */
  random: () => number;
  metrics: DeliveryMetrics;
}

/** A send that takes longer than this, the question whether it may be shown included, counts as failed, in ms. */
export const sendTimeoutMs = 15_000;

/** What one claimed row is about, as it is now. */
interface Errand {
  conversation: Conversation;
  entry: LedgerEntry;
  /** The card to edit, where it is known. */
  card: Card | undefined;
}

/** Why nothing was sent: its person may not read it, or nothing is watched there any more. */
type NotSent = 'unreadable' | 'unwatched';
/** The activity that now shows the card, for a post with the watch that wants it; or why there is none. */
type Sent = { activityId: string; watch: Watch | undefined } | { notSent: NotSent };

/**
 * Carries out one claimed row from the present state of the ledger: sends, and ends the row in the commit that saves the
 * card; or decides what becomes of it. Rejects only when the database does; the claim then runs out by itself.
 * @param giveUp the process is ending: what was not sent by then is handed back
 */
export async function deliverRow(deps: DeliveryDeps, row: OutboxRow, giveUp: AbortSignal): Promise<void> {
  const { store, throttle, clock, log, metrics } = deps;
  if (row.kind === 'news') return deliverNews(deps, row, giveUp);
  const place = await store.conversations.find(row.conversationId);
  if (place && row.kind === 'list') return deliverListUpdate(deps, row, place, giveUp);
  const [first, ...others] = await store.outbox.claimBurst(row, clock.now(), burstSize);
  if (!first) return;
  if (place && others.length > 0) return deliverBurst(deps, { rows: [first, ...others], conversation: place }, giveUp);
  const errand = place && (await readErrand(store, row, place));
  if (!errand) {
    metrics.sent('buried');
    return store.outbox.bury(row, 'The referral or the conversation is not known', clock.now());
  }
  const { conversation, entry, card } = errand;
  const waitsUntil = await quietWait(store, row, clock.now());
  if (waitsUntil !== undefined) return store.outbox.release(row, waitsUntil);
  if (row.kind === 'warn') return deliverWarning(deps, row, conversation, giveUp);
  if (row.kind === 'update' && card && card.shownVersion >= entry.version) {
    await store.outbox.complete(row, clock.now());
    return;
  }
  if (row.kind === 'post' && (await endShown(store, row, clock.now()))) return;
  const from = row.kind === 'post' ? await lateFrom(store, entry, conversation, clock.now()) : 0;
  let sent: Sent;
  try {
    sent = await send(deps, row, errand, giveUp);
  } catch (error) {
    if (giveUp.aborted) return store.outbox.release(row);
    return settleFailure(deps, [row], error);
  }
  if ('notSent' in sent) return settleUnsent(deps, row, sent.notSent);
  const { referralId, conversationId } = row;
  const sentAt = clock.now();
  throttle.recordSuccess(conversationId);
  metrics.sent(row.kind === 'post' ? 'posted' : 'updated');
  const lagMs = sent.watch && eventLagMs(entry, sent.watch, from, sentAt);
  if (lagMs !== undefined) metrics.posted(lagMs);
  const shown = { conversationId, activityId: sent.activityId, referralId, sentAt, shownVersion: entry.version };
  const kept = await saveCard(deps, row, { ...shown, postedAt: card?.postedAt ?? sentAt });
  const facts = { referral: referralId, conversation: conversation.id, version: entry.version, attempts: row.attempts };
  if (kept) log.info(facts, row.kind === 'post' ? 'card posted' : 'card updated');
  else log.warn(facts, 'sent after its claim had run out; somebody else may have sent it too');
}

/**
 * Ends a post of what the conversation has a card of by now, such as the answer to the press that made the deal; reminders
 * go with that card. Whether it did.
 */
async function endShown(store: Store, row: OutboxRow, now: number): Promise<boolean> {
  const cards = await store.cards.ofReferral(row.referralId);
  const card = cards.find(({ conversationId }) => conversationId === row.conversationId);
  if (!card) return false;
  return store.transaction(async (tx) => {
    if (!(await tx.outbox.complete(row, now))) return false;
    await tx.warnings.begin(row.referralId, row.conversationId, card.postedAt);
    return true;
  });
}

async function readErrand(store: Store, row: OutboxRow, conversation: Conversation): Promise<Errand | undefined> {
  const entry = await store.ledger.find(row.referralId);
  if (!entry) return undefined;
  const card = row.kind === 'update' ? await store.cards.find(row.conversationId, row.activityId) : undefined;
  return { conversation, entry, card };
}

/** Posts or edits, once, unless the card may not be shown there or is no longer wanted. */
function send(deps: DeliveryDeps, row: OutboxRow, errand: Errand, giveUp: AbortSignal): Promise<Sent> {
  const { store, sender, render, mayShow, throttle, clock } = deps;
  const { conversation, entry } = errand;
  return sendInTime(clock, sendTimeoutMs, giveUp, async (signal) => {
    if (!(await mayShow(entry, conversation))) return { notSent: 'unreadable' };
    // Asked last, so that nothing is posted after the answer to `unwatch`.
    const isWanted = row.kind !== 'post' || (await isUnfolded(store, row));
    const watch = isWanted ? undefined : (await store.watches.allIn(conversation.id)).find(watchesReferrals);
    if (!isWanted && !watch) return { notSent: 'unwatched' };
    const message = render(entry, conversation);
    try {
      if (row.kind === 'post') return { ...(await sender.post(conversation, message, signal)), watch };
      await sender.update(conversation, row.activityId, message, signal);
      return { activityId: row.activityId, watch };
    } finally {
      throttle.recordSent(conversation.id);
    }
  });
}

/** Whether somebody asked for it on a list card, which works after `unwatch` like the buttons of any card. */
const isUnfolded = async (store: Store, { referralId, conversationId }: OutboxRow): Promise<boolean> =>
  (await store.folded.ofReferral(referralId)).some((list) => list.conversationId === conversationId);

/** Ends the row without a card: a post that may not be read now is kept for when it may. */
async function settleUnsent({ store, clock, log }: DeliveryDeps, row: OutboxRow, why: NotSent): Promise<void> {
  log.info({ referral: row.referralId, conversation: row.conversationId, kind: row.kind, why }, 'not sent');
  if (why === 'unreadable' && row.kind === 'post') return store.outbox.withhold(row, clock.now());
  await store.outbox.complete(row, clock.now());
}
