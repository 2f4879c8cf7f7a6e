import type { WarningView } from '../cards/warningMessage';
import { fitsConditions } from '../referrals/checkConditions';
import { expiredRank } from '../referrals/expired';
import { hearsOf } from '../referrals/hearsOf';
import { awaitsAnybody, dealDeadline, hasExpired } from '../referrals/sharedDeal';
import { conditionsOf } from '../referrals/watchConditions';
import type { OutboxRow } from '../storage/owed';
import type { Conversation, LedgerEntry } from '../storage/store';
import type { WarningRow } from '../storage/warnings';
import { sendTimeoutMs, type DeliveryDeps } from './deliverRow';
import { keepTrying } from './keepTrying';
import { sendInTime } from './sendInTime';
import { settleFailure } from './settleFailure';

/** After so many tries the reminder goes out as things stood last: one that is late is worse than one that may be outdated. */
const triesToRead = 4;

/**
 * Sends one reminder as a reply to the referral's card, unless Partner Center says at this moment that nobody has to be
 * reminded any more; then ends its row.
 * @param giveUp the process is ending: what was not sent by then is handed back
 */
export async function deliverWarning(
  deps: DeliveryDeps,
  row: OutboxRow,
  conversation: Conversation,
  giveUp: AbortSignal,
): Promise<void> {
  const { store, clock, log } = deps;
  let sent: boolean;
  try {
    sent = await sendInTime(clock, sendTimeoutMs, giveUp, (signal) => send(deps, row, conversation, signal));
  } catch (error) {
    if (giveUp.aborted) return store.outbox.release(row);
    return settleFailure(deps, [row], error);
  }
  if (sent) {
    deps.throttle.recordSuccess(conversation.id);
    deps.metrics.sent('reminder');
  }
  const facts = { referral: row.referralId, conversation: row.conversationId, attempts: row.attempts };
  log.info(facts, sent ? 'reminder sent' : 'reminder no longer wanted');
  await keepTrying(clock, log, () => store.outbox.complete(row, clock.now()));
}

/** Whether it was sent. */
async function send(
  deps: DeliveryDeps,
  row: OutboxRow,
  conversation: Conversation,
  signal: AbortSignal,
): Promise<boolean> {
  const { store, sender, throttle, reminders } = deps;
  const read = await readNow(deps, row, signal);
  const state = read && (await takeStage(deps, row, read.entry));
  if (!read || !state || !isWanted(deps, read.entry, state)) return false;
  if (!(await deps.mayShow(read.entry, conversation))) return false;
  const { referral } = read.entry;
  const watches = (await store.watches.allIn(conversation.id)).filter((watch) => hearsOf(watch, referral));
  const watch = watches.find((candidate) => fitsConditions(referral, conditionsOf(candidate))) ?? watches[0];
  if (!watch) return false;
  const cards = [
    ...(await store.cards.ofReferral(row.referralId)),
    // Until it has a card of its own, the list card that shows it is where it was announced.
    ...(await store.folded.ofReferral(row.referralId)),
  ];
  const thread = cards.find((card) => card.conversationId === conversation.id)?.activityId;
  const owner = { id: watch.ownerId, name: watch.ownerName };
  const view: WarningView = { ...read, postedAt: state.postedAt, first: state.rank === 0 };
  const people = await reminders.people(referral, conversation, owner);
  try {
    await sender.reply(conversation, thread, reminders.render(view, conversation, people), signal);
  } finally {
    throttle.recordSent(conversation.id);
  }
  return true;
}

/** The stage to remind of now. One that fell due since the claim is told with it, so that it is not told twice. */
function takeStage(deps: DeliveryDeps, row: OutboxRow, entry: LedgerEntry): Promise<WarningRow | undefined> {
  return deps.store.transaction(async (tx) => {
    const state = await tx.warnings.find(row.referralId, row.conversationId);
    // What was read before it expired cannot tell that it has: that is read for once more.
    if (state && isWanted(deps, entry, state)) await tx.outbox.includeLater(row);
    return state;
  });
}

/** The referral as Partner Center has it at this moment; as the ledger has it where Partner Center does not answer. */
async function readNow(
  { store, reminders, log }: DeliveryDeps,
  row: OutboxRow,
  signal: AbortSignal,
): Promise<{ entry: LedgerEntry; asOf?: number } | undefined> {
  try {
    return { entry: await reminders.readAgain(row.referralId, signal) };
  } catch (error) {
    if (row.attempts < triesToRead) throw error;
    log.warn({ err: error, referral: row.referralId }, 'a reminder goes out without a look at Partner Center');
    const entry = await store.ledger.find(row.referralId);
    return entry && { entry, asOf: entry.seenAt };
  }
}

function isWanted({ clock, reminders }: DeliveryDeps, entry: LedgerEntry, { rank, snoozedUntil }: WarningRow): boolean {
  if (rank === expiredRank) return hasExpired(entry);
  // One that was held up until nobody can answer any more helps nobody; that it has expired is told when it is known.
  const isOver = (dealDeadline(entry, reminders.responseDays)?.at ?? Infinity) <= clock.now();
  return awaitsAnybody(entry) && snoozedUntil === null && !isOver;
}
