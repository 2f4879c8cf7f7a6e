import { referralMessage } from '../cards/referralMessage';
import type { TypedInputs } from '../cards/typedInputs';
import type { Desk } from '../commands/desk';
import type { Answer, Person } from '../commands/turn';
import { decide, type DecisionOutcome, type DecisionRequest } from '../referrals/decide';
import { allows, isDecision } from '../referrals/lifecycle';
import type { HeldCard } from '../referrals/owedUpdates';
import type { RecordFacts } from '../referrals/recordReferral';
import type { Decision } from '../storage/store';
import type { Press } from './cardAction';
import { DecisionTrail } from './decisionTrail';
import { recordPress } from './recordPress';
import { lostAnswerSentence } from '../referrals/lostAnswerSentence';
import { tooLateSentence } from './tooLateSentence';

/** A change of a referral, as somebody pressed it. */
export interface DecisionPress extends DecisionRequest {
  /** What the card then says of a change that is not a decision, for example "Megan Bowen added a note." */
  notice?: string;
  /** What was typed, for the card that is answered where it could not be sent. */
  typed?: TypedInputs;
}

/** How long each call of a decision may take, in ms: the person was told after 8 s, and the card is edited when it is done. */
const decisionTimeoutMs = 60_000;

/** Decides as the presser and brings every card of the referral up to date; the answer is the fresh card. */
export async function decideReferral(press: Press, desk: Desk, decision: DecisionPress): Promise<Answer> {
  const { person, tokens, log } = press;
  const { verb, referralId } = decision;
  const trail = new DecisionTrail(press, desk, decision);
  const options = { ...trail.options, timeoutMs: decisionTimeoutMs };
  const outcome = await decide(desk.partnerCenter, tokens, decision, options).catch(async (error: unknown) => {
    await trail.failed(error).catch((cause: unknown) => log.error({ err: cause }, 'not in the audit trail'));
    throw error;
  });
  const now = desk.clock.now();
  log.info({ referral: referralId, verb, outcome: outcome.kind }, 'decision');
  const earlier = (await desk.store.ledger.find(referralId))?.decision ?? null;
  const typed = unsent(outcome, decision);
  const held = typed && heldCard(press, now);
  const facts = {
    ...factsOf(outcome, decision, { ...person, at: now }, earlier),
    audit: trail.ended(outcome),
    ...(held ? { held } : {}),
  };
  const entry = await recordPress(press, desk, outcome.referral, facts);
  return referralMessage(entry, press.conversation, now, desk, typed);
}

/** What was typed and not sent, as far as there is a form for it on the fresh card. */
function unsent({ kind, referral }: DecisionOutcome, { verb, typed = {} }: DecisionPress): TypedInputs | undefined {
  if (kind === 'done' || kind === 'foundDone') return undefined;
  const { reason: _, lostReason: __, ...others } = typed;
  const kept = allows(referral, verb) ? typed : allows(referral, 'note') ? others : {};
  return Object.values(kept).some((value) => value !== undefined) ? kept : undefined;
}

/** How long the pressed card is left as the answer drew it, in ms: time to press once more. */
const heldMs = 60_000;

const heldCard = ({ conversation, activityId }: Press, now: number): HeldCard | undefined =>
  activityId === undefined ? undefined : { conversationId: conversation.id, activityId, until: now + heldMs };

/** What the outcome adds to the ledger. Whoever decided leaves no notice: the card itself tells it. */
function factsOf(
  { kind, referral }: DecisionOutcome,
  { verb, notice }: DecisionPress,
  by: Person & { at: number },
  earlier: Decision | null,
): Omit<RecordFacts, 'now'> {
  if (kind === 'foundDone') return { notice: lostAnswerSentence(by.name, verb) };
  if (kind !== 'done') {
    const twice = earlier?.byId === by.id && earlier.verb === verb;
    return twice ? {} : { notice: tooLateSentence(by.name, verb, referral, earlier) };
  }
  if (!isDecision(verb)) return { notice: notice ?? null };
  // What seemed to be somebody's of the same kind is now known to be this one.
  const before = earlier && earlier.verb !== verb ? { earlier } : {};
  const decision = { verb, byId: by.id, byName: by.name, at: by.at, ...before };
  return { decision, notice: null };
}
