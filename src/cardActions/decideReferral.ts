import { referralMessage } from '../cards/referralMessage';
import type { Desk } from '../commands/desk';
import type { Answer } from '../commands/turn';
import { decide, type DecisionRequest } from '../referrals/decide';
import type { ReferralVerb } from '../referrals/lifecycle';
import type { RecordFacts } from '../referrals/recordReferral';
import type { Decision } from '../storage/store';
import type { Press } from './cardAction';
import { recordPress } from './recordPress';
import { tooLateSentence } from './tooLateSentence';

/** A change of a referral, as somebody pressed it. */
export interface DecisionPress extends DecisionRequest {
  /** What the card then says of a change that is not a decision, for example "Megan Bowen added a note." */
  notice?: string;
}

/** Decides as the presser and brings every card of the referral up to date; the answer is the fresh card. */
export async function decideReferral(press: Press, desk: Desk, decision: DecisionPress): Promise<Answer> {
  const { person, tokens, log } = press;
  const { verb, referralId } = decision;
  if (desk.deciderIds && !desk.deciderIds.includes(person.id)) {
    log.warn({ person: person.id, verb }, 'press denied');
    return 'Only the people that your administrator has named may change referrals here. Ask one of them, or your administrator.';
  }
  const earlier = (await desk.store.ledger.find(referralId))?.decision ?? null;
  const outcome = await decide(desk.partnerCenter, tokens, decision);
  const now = desk.clock.now();
  log.info({ referral: referralId, verb, outcome: outcome.kind }, 'decision');
  const facts: Omit<RecordFacts, 'now'> =
    outcome.kind !== 'done'
      ? { notice: tooLateSentence(person.name, verb, outcome.referral, earlier) }
      : isDecision(verb)
        ? { decision: { verb, byId: person.id, byName: person.name, at: now, ...(earlier ? { earlier } : {}) } }
        : { notice: decision.notice ?? null };
  const entry = await recordPress(press, desk, outcome.referral, facts);
  return referralMessage(entry, press.conversation, now, desk);
}

const isDecision = (verb: ReferralVerb): verb is Decision['verb'] => !['update', 'note', 'assign'].includes(verb);
