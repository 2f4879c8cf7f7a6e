import { unfinishedReferralCard } from '../cards/unfinishedReferralCard';
import type { Desk } from '../commands/desk';
import { errorSentence } from '../commands/errorSentence';
import type { Answer } from '../commands/turn';
import { confirmReferralWords as words } from '../locales/confirmReferralWords';
import { createReferral } from '../referrals/createReferral';
import type { Press } from './cardAction';
import { createdAnswer } from './createdAnswer';
import { readNewReferral } from './readNewReferral';

/** Creates what a draft says, or finishes it, as its maker and nobody else. */
export async function createFromDraft(press: Press, desk: Desk, draftId: string): Promise<Answer> {
  const { refused } = words;
  const draft = await desk.store.drafts.find(draftId);
  if (!draft) return refused.unknown;
  if (draft.makerId !== press.person.id) {
    await auditDenied(press, desk, draftId);
    return refused.notYours(draft.makerName);
  }
  const read = readNewReferral(draft.typed);
  if ('problem' in read) return read.problem;
  const { referral } = read;
  const outcome = await createReferral(desk, press, draftId, referral);
  press.log.info({ draft: draftId, outcome: outcome.kind }, 'referral creation');
  if (outcome.kind === 'done') return createdAnswer(press, desk, outcome, referral.type);
  if (outcome.kind !== 'half' && outcome.kind !== 'uncertain') return refused[outcome.kind];
  press.log.error({ err: outcome.error, draft: draftId }, 'referral creation came to a halt');
  return unfinishedReferralCard({
    draftId,
    kind: outcome.kind,
    customer: referral.customer.name,
    reason: errorSentence(outcome.error, press.referenceId),
    referralId: outcome.draft.referralId,
  });
}

async function auditDenied(press: Press, { store, clock }: Desk, draftId: string): Promise<void> {
  const { person, conversation, referenceId, log } = press;
  log.warn({ draft: draftId }, 'press denied');
  await store.audit.append({
    at: clock.now(),
    actorId: person.id,
    actorName: person.name,
    action: 'referral.create',
    subject: draftId,
    conversationId: conversation.id,
    before: null,
    after: null,
    outcome: 'denied',
    referenceId,
    requestIds: [],
  });
}
