import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { cardActions } from '../cardActions';
import type { Press } from '../cardActions/cardAction';
import { insertedCard, insertedMark } from '../cards/insertedCard';
import type { CardMessage } from '../cards/message';
import type { Answer, OfferedFile } from '../commands/turn';
import { fileWords } from '../locales/fileWords';
import { signInWords } from '../locales/signInWords';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { askToSignIn, offerOf } from './askToSignIn';
import { takeBrought } from './broughtSignIn';
import { withoutThread } from './conversations';
import { handOver } from './handOver';
import { refusalOfPress } from './refusalOfPress';
import { runPress, tokensFor, type Pressed } from './runPress';
import { rememberPress } from './rememberPress';
import { replaceCard, say } from './say';
import { loginRequest, preconditionFailed } from './signInCard';
import { activityOf, createPassingTurn, createTurn } from './turn';
import { unknownPerson } from './typed';

// https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/universal-action-model
const invokeValue = z.object({
  action: z.looseObject({
    verb: z.string().optional(),
    data: z.looseObject({ verb: z.string().optional() }).nullish(),
  }),
});

/** Answers an Action.Execute: HTTP 200 always, with a card that takes the pressed one's place, a sentence, or a sign-in. */
export async function answerInvoke(context: TurnContext, parts: ApplicationParts): Promise<void> {
  const body = await invokeAnswer(activityOf(context), context.activity.value, parts);
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

async function invokeAnswer(activity: TeamsActivity, value: unknown, parts: ApplicationParts): Promise<object> {
  const { kind } = await takeBrought(activity, value, parts);
  if (kind === 'refused') return preconditionFailed(signInWords.exchangeFailed);
  const action = invokeValue.safeParse(value).data?.action;
  const { answer, person } = await press(activity, action?.verb ?? action?.data?.verb, action?.data ?? {}, parts);
  if (!(answer instanceof SignInNeeded)) return invokeBody(answer);
  if (!parts.signIns || !person) return invokeBody(signInWords.pressAgain);
  // Teams brought a token, and it could not be exchanged.
  if (kind === 'token' && answer.isExchange) return preconditionFailed(signInWords.asked[answer.why]);
  return loginRequest(offerOf(person, answer, parts.signIns, kind === 'nothing' && answer.isSilent));
}

/** Answers the Action.Submit of a client that does not know Action.Execute: the card is edited, a sentence is written. */
export async function answerSubmit(activity: TeamsActivity, parts: ApplicationParts, isRetry = false): Promise<void> {
  const data = z.looseObject({ verb: z.string().optional() }).safeParse(activity.value).data ?? {};
  const { answer, prepare } = await press(activity, data.verb, data, parts);
  if (!(answer instanceof SignInNeeded)) return show(activity, answer, parts);
  const { signIns, log } = parts;
  if (!signIns) return say(activity, signInWords.pressAgain, parts);
  const run = () =>
    answerSubmit(activity, parts, true).catch((error: unknown) => log.error({ err: error }, 'no answer could be sent'));
  await askToSignIn(activity, answer, { prepare, run }, { ...parts, signIns }, isRetry);
}

/** A press that was run, and how to have the tokens that it needs. */
interface PressOutcome {
  answer: Pressed;
  person?: Press['person'];
  prepare: () => Promise<unknown>;
}

async function press(
  activity: TeamsActivity,
  verb: string | undefined,
  data: unknown,
  parts: ApplicationParts,
): Promise<PressOutcome> {
  // A card in a message of somebody else cannot be edited by us, and the bot need not be in that conversation.
  const inserted = isInserted(data);
  const turn = await (inserted ? createPassingTurn : createTurn)(activity, parts);
  if (!turn) return { answer: unknownPerson, prepare: () => Promise.resolve() };
  const activityId = inserted ? undefined : (activity.replyToId ?? undefined);
  const redraw = (card: CardMessage) => {
    if (activityId) parts.inHand.add(show(activity, card, parts).catch((error: unknown) => unshown(turn, error)));
  };
  const pressed: Press = { ...turn, activityId, redraw };
  rememberPress(activity, verb, data, parts.subjects, parts.clock.now());
  const action = cardActions.find((candidate) => candidate.verb === verb);
  const refusal = () => refusalOfPress(activity, pressed, action, data, parts);
  const here = !inserted && pressed.conversation.kind === 'personal';
  const offer = async (file: OfferedFile) =>
    (await handOver(file, activity, pressed, parts, here)) ?? fileWords.offeredBelow;
  const rules = { refusal, offer };
  const { answer, late } = await runPress(action, pressed, data, parts.desk, rules);
  if (late && !inserted) parts.inHand.add(showLate(late, activity, pressed, parts));
  if (late && inserted) parts.inHand.add(late.then(() => undefined));
  const whole = inserted && isCard(answer) ? { ...answer, card: insertedCard(answer.card) } : answer;
  return { answer: whole, person: turn.person, prepare: () => tokensFor(action, pressed, data, parts.desk) };
}

const isCard = (answer: Pressed): answer is CardMessage => typeof answer === 'object' && 'card' in answer;

const isInserted = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && insertedMark in data && data[insertedMark] === true;

/** Shows an answer outside of an invoke response. The cards in our books are edited by the delivery, and only by it. */
async function show(activity: TeamsActivity, answer: Answer, parts: ApplicationParts): Promise<void> {
  const { conversation, replyToId } = activity;
  const ours = replyToId ? await parts.store.cards.find(withoutThread(conversation.id), replyToId) : undefined;
  if (typeof answer === 'string' || !ours) await replaceCard(activity, answer, parts);
}

async function showLate(
  late: Promise<Pressed>,
  activity: TeamsActivity,
  pressed: Press,
  parts: ApplicationParts,
): Promise<void> {
  await late
    .then((answer) => show(activity, answer instanceof SignInNeeded ? signInWords.pressAgain : answer, parts))
    .catch((error: unknown) => unshown(pressed, error));
}

const unshown = ({ log }: Pick<Press, 'log'>, error: unknown): void =>
  log.error({ err: error }, 'a card or a late answer could not be shown');

// https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
const invokeBody = (answer: Answer) =>
  typeof answer === 'string'
    ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer }
    : { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card };
