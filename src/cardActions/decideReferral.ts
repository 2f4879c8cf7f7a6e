import { referralMessage } from '../cards/referralMessage';
import type { Desk } from '../commands/desk';
import type { Answer } from '../commands/turn';
import type { PatchOperation } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import { decide } from '../referrals/decide';
import type { Decision } from '../storage/store';
import type { Press } from './cardAction';
import { recordPress } from './recordPress';
import { tooLateSentence } from './tooLateSentence';

/** Accept or Decline, as somebody pressed it. */
export interface DecisionPress {
  verb: Decision['verb'];
  referralId: string;
  target: { status: string; substatus: string };
  patch(referral: Referral): PatchOperation[];
}

/** Decides as the presser and brings every card of the referral up to date; the answer is the fresh card. */
export async function decideReferral(press: Press, desk: Desk, decision: DecisionPress): Promise<Answer> {
  const { person, tokens, log } = press;
  if (desk.deciderIds && !desk.deciderIds.includes(person.id)) {
    log.warn({ person: person.id, verb: decision.verb }, 'press denied');
    return 'Only the people that your administrator has named may accept and decline referrals here. Ask one of them, or your administrator.';
  }
  const earlier = await desk.store.ledger.find(decision.referralId);
  const outcome = await decide(desk.partnerCenter, tokens, decision);
  const now = desk.clock.now();
  log.info({ referral: decision.referralId, verb: decision.verb, outcome: outcome.kind }, 'decision');
  const { id: byId, name: byName } = person;
  const facts =
    outcome.kind === 'done'
      ? { decision: { verb: decision.verb, byId, byName, at: now } }
      : { notice: tooLateSentence(person.name, decision.verb, outcome.referral, earlier?.decision ?? null) };
  const entry = await recordPress(press, desk, outcome.referral, facts);
  return referralMessage(entry, press.conversation, now, desk);
}
