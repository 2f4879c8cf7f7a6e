import type { CardMessage } from '../cards/message';
import { fitsNews } from '../referrals/fitsNews';
import { conditionsOf } from '../referrals/watchConditions';
import type { NewsEntry } from '../storage/news';
import type { OutboxRow } from '../storage/owed';
import type { Conversation, Store } from '../storage/store';
import { sendTimeoutMs, type DeliveryDeps } from './deliverRow';
import { keepTrying } from './keepTrying';
import { quietWait } from './quietWait';
import { SendError } from './sender';
import { sendInTime } from './sendInTime';
import { settleFailure } from './settleFailure';

/** What news of subscriptions and invoices takes besides what every delivery takes. */
export interface NewsDelivery {
  render(entry: NewsEntry, conversation: Conversation): CardMessage;
  /** Whether it may be shown there; rejects when that cannot be known now. */
  mayShow(entry: NewsEntry, conversation: Conversation, signal: AbortSignal): Promise<boolean>;
}

/**
 * Posts or edits the card of a subscription or an invoice as it was last read, and ends its row in the commit that notes what the
 * card shows; nothing is sent where the conversation was told that already, or does not watch it any more.
 * @param giveUp the process is ending: what was not sent by then is handed back
 */
export async function deliverNews(deps: DeliveryDeps, row: OutboxRow, giveUp: AbortSignal): Promise<void> {
  const { store, throttle, clock, log, metrics } = deps;
  const facts = { subject: row.referralId, conversation: row.conversationId, attempts: row.attempts };
  const conversation = await store.conversations.find(row.conversationId);
  const entry = await store.news.find(row.referralId, row.conversationId);
  if (!conversation || !entry || entry.toldVersion >= entry.version) {
    return void (await store.outbox.complete(row, clock.now()));
  }
  const waitsUntil = await quietWait(store, row, clock.now());
  if (waitsUntil !== undefined) return store.outbox.release(row, waitsUntil);
  let activityId: string | undefined;
  try {
    activityId = await sendInTime(clock, sendTimeoutMs, giveUp, (signal) => send(deps, entry, conversation, signal));
  } catch (error) {
    if (giveUp.aborted) return store.outbox.release(row);
    if (isCardGone(error)) return postAnew(store, row, entry);
    return settleFailure(deps, [row], error);
  }
  if (activityId === undefined) {
    log.info(facts, 'news is not wanted or may not be shown there');
    return void (await store.outbox.complete(row, clock.now()));
  }
  const shownBy = activityId;
  const isEdit = entry.activityId !== null;
  throttle.recordSuccess(row.conversationId);
  metrics.sent(isEdit ? 'updated' : 'posted');
  const at = clock.now();
  const kept = await keepTrying(clock, log, () => commit(store, row, entry, shownBy, at));
  if (kept) log.info({ ...facts, version: entry.version }, isEdit ? 'news updated' : 'news posted');
  else log.warn(facts, 'sent after its claim had run out; somebody else may have sent it too');
}

/** The activity that now shows it; undefined where it was not sent. */
async function send(
  { store, sender, throttle, news }: DeliveryDeps,
  entry: NewsEntry,
  conversation: Conversation,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!(await news.mayShow(entry, conversation, signal))) return undefined;
  // Asked last, so that nothing is posted after the answer to `unwatch`.
  const watches = await store.watches.allIn(conversation.id);
  const isWanted = watches.some((watch) => fitsNews(entry.truth, conditionsOf(watch)));
  if (!isWanted) return undefined;
  const message = news.render(entry, conversation);
  try {
    if (entry.activityId === null) return (await sender.post(conversation, message, signal)).activityId;
    await sender.update(conversation, entry.activityId, message, signal);
    return entry.activityId;
  } finally {
    throttle.recordSent(conversation.id);
  }
}

/** Gives whether the claim was still held. */
function commit(store: Store, row: OutboxRow, entry: NewsEntry, activityId: string, at: number): Promise<boolean> {
  return store.transaction(async (tx) => {
    const kept = await tx.outbox.complete(row, at);
    await tx.news.told(entry, activityId, entry.activityId === null ? at : (entry.postedAt ?? at));
    return kept;
  });
}

const isCardGone = (error: unknown): boolean => error instanceof SendError && error.kind === 'activityGone';

/** Somebody has deleted the card that was to be edited. */
function postAnew(store: Store, row: OutboxRow, entry: NewsEntry): Promise<void> {
  return store.transaction(async (tx) => {
    await tx.news.cardGone(entry);
    await tx.outbox.release(row);
  });
}
