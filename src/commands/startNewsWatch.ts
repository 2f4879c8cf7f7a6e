import { createFormats } from '../cards/text/formats';
import { markdownText } from '../cards/text/markdownText';
import { conditionsLine } from '../cards/watchTexts';
import { newsWords as words } from '../locales/newsWords';
import { canonicalConditions, type WatchedNews } from '../referrals/watchConditions';
import type { Desk } from './desk';
import { newsNeeds } from './newsNeeds';
import { recordWatch } from './recordWatch';
import type { Turn } from './turn';
import { noRoomSentence } from './watchRoom';

/** What is to be watched besides referrals. */
export interface NewsWatch {
  news: WatchedNews;
  /** A part of the customer's name, for subscriptions. */
  customer?: string | undefined;
}

/**
 * Starts a watch for changed subscriptions or for invoices in this conversation, owned by the person. Their own token must be able
 * to read such things. Where webhooks are off nothing is started: nothing else tells of them.
 */
export async function startNewsWatch(turn: Turn, desk: Desk, { news, customer }: NewsWatch): Promise<string> {
  if (news === 'invoices' && customer) return words.refused.invoiceCustomer;
  await readSome(turn, desk, news);
  if (!desk.watching.areWebhooksOn) return words.needs.off(news);
  const { conversation, person } = turn;
  const wanted = { news, ...(customer ? { customer } : {}) };
  const conditions = canonicalConditions(wanted);
  const noRoom = await noRoomSentence(desk.store, conversation.id, conditions);
  if (noRoom) return noRoom;
  const owner = { ownerId: person.id, ownerName: person.name };
  const begins = { id: desk.newId(), conversationId: conversation.id, ...owner, conditions };
  const { watch, started } = await desk.store.transaction(async (tx) => {
    const now = desk.clock.now();
    const begun = await tx.watches.start({ ...begins, startedAt: now });
    if (begun.started) await recordWatch(tx, turn, now, { action: 'watch.start', becomes: begun.watch });
    return begun;
  });
  turn.log.info({ conversation: conversation.id, watch: watch.id, started, news }, 'watch');
  const formats = createFormats(turn.locale, turn.timeZone, desk.clock.now());
  const what = markdownText(conditionsLine(wanted, formats), 300);
  const who = conversation.kind === 'personal' ? words.started.personal : words.started.everybody;
  const said = [started ? words.started.done(what) : words.started.again(what), words.started[news], who];
  return [...said, await newsNeeds(news, desk), words.started.end].filter(Boolean).join(' ');
}

/** Rejects with a PartnerCenterError where the person may not. */
async function readSome({ tokens }: Turn, { partnerCenter }: Desk, news: WatchedNews): Promise<void> {
  if (news === 'invoices') return void (await partnerCenter.listInvoices(tokens, { size: 1 }));
  await partnerCenter.listCustomers(tokens)[Symbol.asyncIterator]().next();
}
