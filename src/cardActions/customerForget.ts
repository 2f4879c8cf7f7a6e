import { z } from 'zod/v4';
import { forgottenCard } from '../cards/forgetCustomerCard';
import { customerTraces, type CustomerTraces } from '../commands/customerTraces';
import type { Desk } from '../commands/desk';
import { forgetWords } from '../locales/forgetWords';
import { erasedReferral } from '../referrals/erasedReferral';
import { owedUpdates } from '../referrals/owedUpdates';
import type { Store } from '../storage/store';
import { cardAction, type Press } from './cardAction';

/** Erases what is kept of a customer, and empties the cards that show it. */
export const customerForget = cardAction({
  verb: 'customer.forget',
  right: 'administer',
  needs: [],
  data: z.object({ customer: z.string().min(1).max(200) }),
  async run(press, { customer }, desk) {
    const traces = await customerTraces(desk.store, customer, desk.clock.now());
    const closed = await desk.store.transaction((tx) => erase(tx, traces, press, desk));
    desk.wakeDelivery();
    const { running, ...rest } = traces;
    const others = { drafts: rest.drafts.length, offers: rest.offers.length, news: rest.news.length };
    press.log.info({ referrals: closed, ...others }, 'a customer was forgotten');
    return forgottenCard({ closed, running: running.length, ...others });
  },
});

/** In one transaction with its trace in the audit trail, which does not name the customer. Gives how many referrals. */
async function erase(tx: Store, traces: CustomerTraces, press: Press, { clock }: Desk): Promise<number> {
  const now = clock.now();
  const present = await tx.ledger.findMany(traces.closed.map(({ referralId }) => referralId));
  let erased = 0;
  for (const { referralId } of traces.closed) {
    const entry = present.get(referralId);
    // Somebody may have opened it anew in Partner Center since it was read.
    if (entry?.referral.status !== 'Closed') continue;
    const referral = erasedReferral(entry.referral);
    const kept = { ...entry, version: entry.version + 1, referral, connected: null };
    const later = { ...kept, decision: null, notice: forgetWords.notice };
    await tx.ledger.save({ ...later, seenAt: now });
    const owed = await owedUpdates(tx, later, now);
    if (owed.length > 0) await tx.outbox.owe(owed);
    erased += 1;
  }
  const [drafts, offers] = [traces.drafts, traces.offers].map((found) => found.map(({ id }) => id));
  await tx.drafts.remove(drafts ?? []);
  await tx.fileOffers.remove(offers ?? []);
  await tx.news.forget(traces.news);
  const { person, conversation, referenceId } = press;
  await tx.audit.append({
    at: now,
    actorId: person.id,
    actorName: person.name,
    action: 'customer.forget',
    subject: null,
    conversationId: conversation.id,
    before: null,
    after: {
      referrals: erased,
      drafts: traces.drafts.length,
      offers: traces.offers.length,
      news: traces.news.length,
    },
    outcome: 'done',
    referenceId,
    requestIds: [],
  });
  return erased;
}
