import type { FoldedReferral } from '../cards/foldedCard';
import { watchesReferrals } from '../referrals/watchConditions';
import type { OutboxRow } from '../storage/owed';
import type { Conversation, Store, Watch } from '../storage/store';
import { sendTimeoutMs, type DeliveryDeps } from './deliverRow';
import { eventLagMs, lateFrom } from './eventLag';
import { foldedReferrals, readable } from './foldedReferrals';
import { keepTrying } from './keepTrying';
import { quietWait } from './quietWait';
import { saveList } from './saveList';
import { sendInTime } from './sendInTime';
import { settleFailure } from './settleFailure';

/** One list card that stands for the posts of several referrals. */
export interface Burst {
  rows: readonly [OutboxRow, ...OutboxRow[]];
  conversation: Conversation;
}

/** What came of it; some may not be shown there, and then nothing is sent. */
type Outcome = { activityId: string; watch: Watch } | 'unwatched' | { unshown: ReadonlySet<string> };

/**
 * Posts one list card in place of many cards, and ends all of their rows in the commit that notes what it shows; or decides
 * what becomes of them. Until that commit they are posts like any other.
 * @param giveUp the process is ending: what was not sent by then is handed back
 */
export async function deliverBurst(deps: DeliveryDeps, burst: Burst, giveUp: AbortSignal): Promise<void> {
  const { store, clock } = deps;
  const { rows, conversation } = burst;
  const waiting = await quietRows(store, rows, clock.now());
  if (waiting.size > 0) return handBack(deps, rows, waiting);
  const ids = rows.map(({ referralId }) => referralId);
  const shown = await foldedReferrals(store, conversation.id, ids);
  let outcome: Outcome;
  try {
    outcome = await sendInTime(clock, sendTimeoutMs, giveUp, (signal) => send(deps, burst, shown, signal));
  } catch (error) {
    if (giveUp.aborted) return handBack(deps, rows);
    return settleFailure(deps, rows, error);
  }
  if (outcome === 'unwatched') return endAll(deps, rows);
  if ('unshown' in outcome) return sortOut(deps, rows, outcome.unshown);
  await settleSent(deps, burst, shown, outcome);
}

async function send(
  deps: DeliveryDeps,
  { rows, conversation }: Burst,
  shown: readonly FoldedReferral[],
  signal: AbortSignal,
): Promise<Outcome> {
  const { store, sender, throttle, renderList } = deps;
  const may = new Set((await readable(deps, shown, conversation)).map(({ entry }) => entry.referralId));
  const unshown = rows.map(({ referralId }) => referralId).filter((id) => !may.has(id));
  if (unshown.length > 0) return { unshown: new Set(unshown) };
  // Asked last, so that nothing is posted after the answer to `unwatch`.
  const watch = (await store.watches.allIn(conversation.id)).find(watchesReferrals);
  if (!watch) return 'unwatched';
  try {
    return { ...(await sender.post(conversation, renderList(shown, conversation), signal)), watch };
  } finally {
    throttle.recordSent(conversation.id);
  }
}

async function settleSent(
  { store, throttle, clock, log, metrics }: DeliveryDeps,
  { rows, conversation }: Burst,
  shown: readonly FoldedReferral[],
  { activityId, watch }: { activityId: string; watch: Watch },
): Promise<void> {
  const at = clock.now();
  const conversationId = conversation.id;
  throttle.recordSuccess(conversationId);
  metrics.sent('folded');
  const kept = await keepTrying(clock, log, () =>
    store.transaction(async (tx) => {
      let all = true;
      for (const row of rows) {
        all = (await tx.outbox.complete(row, at)) && all;
        await tx.warnings.begin(row.referralId, conversationId, at);
      }
      await saveList(tx, { conversationId, activityId, shown, postedAt: at, sentAt: at });
      return all;
    }),
  );
  const facts = { conversation: conversationId, referrals: rows.map(({ referralId }) => referralId) };
  if (kept) log.info(facts, 'list card posted');
  else log.warn(facts, 'sent after its claim had run out; somebody else may have sent it too');
  for (const { entry } of shown) {
    const lagMs = eventLagMs(entry, watch, await lateFrom(store, entry, conversation, at), at);
    if (lagMs !== undefined) metrics.posted(lagMs);
  }
}

/** Takes out what may not be shown there, or is not known; the rest goes back, to be claimed anew at once. */
function sortOut(
  { store, clock, log, metrics }: DeliveryDeps,
  rows: readonly OutboxRow[],
  unshown: ReadonlySet<string>,
): Promise<void> {
  const at = clock.now();
  return store.transaction(async (tx) => {
    for (const row of rows) {
      if (!unshown.has(row.referralId)) await tx.outbox.release(row);
      else if (await tx.ledger.find(row.referralId)) await tx.outbox.withhold(row, at);
      else {
        metrics.sent('buried');
        await tx.outbox.bury(row, 'The referral or the conversation is not known', at);
      }
    }
    log.info({ conversation: rows[0]?.conversationId, rows: unshown.size }, 'not sent');
  });
}

/** Until when some of them have to wait because quiet hours have begun, by the id of the row. */
async function quietRows(store: Store, rows: readonly OutboxRow[], now: number): Promise<Map<number, number>> {
  const waiting = new Map<number, number>();
  for (const row of rows) {
    const until = await quietWait(store, row, now);
    if (until !== undefined) waiting.set(row.id, until);
  }
  return waiting;
}

function handBack(
  { store }: DeliveryDeps,
  rows: readonly OutboxRow[],
  waiting: ReadonlyMap<number, number> = new Map(),
): Promise<void> {
  return store.transaction(async (tx) => {
    for (const row of rows) await tx.outbox.release(row, waiting.get(row.id));
  });
}

function endAll({ store, clock, log }: DeliveryDeps, rows: readonly OutboxRow[]): Promise<void> {
  log.info({ conversation: rows[0]?.conversationId, rows: rows.length, why: 'unwatched' }, 'not sent');
  return store.transaction(async (tx) => {
    for (const row of rows) await tx.outbox.complete(row, clock.now());
  });
}
