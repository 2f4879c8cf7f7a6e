import type { CallOptions } from '../../partnerCenter/partnerCenter';
import { invoiceNews, subscriptionNews } from '../../referrals/newsTruth';
import { takeInNews } from '../../referrals/takeInNews';
import { conditionsOf, isPaused } from '../../referrals/watchConditions';
import type { EventClaim } from '../../storage/event';
import type { NewsTruth } from '../../storage/news';
import type { TruthDeps } from './readTruth';
import { noteReadable } from './unreadableNews';

/**
 * Reads a subscription or an invoice that an event was about, if a conversation asked for such news, and owes it there; ends the
 * event in the same transaction, or does nothing where its claim had been lost.
 * @returns how many rows became owed. Rejects with a PartnerCenterError.
 */
export async function readNews(
  topic: NewsTruth['topic'],
  claim: EventClaim,
  deps: TruthDeps,
  options: CallOptions,
): Promise<number> {
  const { store, now } = deps;
  const running = (await store.watches.active()).filter((watch) => !isPaused(watch, now()));
  if (!running.some((watch) => conditionsOf(watch).news === `${topic}s`)) {
    await store.events.finish(claim, now());
    return 0;
  }
  const truth = await (topic === 'invoice' ? readInvoice : readSubscription)(claim.subject, deps, options);
  await noteReadable(store, topic);
  return store.transaction(async (tx) => {
    // Whoever took it over meanwhile reads what is newer; nothing in what is read says how old it is.
    if (!(await tx.events.finish(claim, now()))) return 0;
    return takeInNews(tx, claim.subject, truth, now());
  });
}

async function readInvoice(id: string, { partnerCenter, tokens }: TruthDeps, options: CallOptions): Promise<NewsTruth> {
  return invoiceNews(await partnerCenter.getInvoice(tokens, id, options));
}

async function readSubscription(
  subject: string,
  { partnerCenter, tokens }: TruthDeps,
  options: CallOptions,
): Promise<NewsTruth> {
  const [customerId = '', id = ''] = subject.split('/');
  const [subscription, { companyProfile }] = await Promise.all([
    partnerCenter.getSubscription(tokens, customerId, id, options),
    partnerCenter.getCustomer(tokens, customerId, options),
  ]);
  return subscriptionNews(customerId, companyProfile?.companyName ?? '', subscription);
}
