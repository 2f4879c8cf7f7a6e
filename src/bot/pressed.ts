import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { cardActions } from '../cardActions';
import type { Press } from '../cardActions/cardAction';
import { insertedCard, insertedMark } from '../cards/insertedCard';
import type { Answer, OfferedFile } from '../commands/turn';
import { fileWords } from '../locales/fileWords';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { withoutThread } from './conversations';
import { handOver } from './handOver';
import { runPress } from './runPress';
import { rememberPress } from './rememberPress';
import { replaceCard } from './say';
import { activityOf, createPassingTurn, createTurn } from './turn';
import { unknownPerson } from './typed';

// https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/universal-action-model
const invokeValue = z.object({
  action: z.looseObject({
    verb: z.string().optional(),
    data: z.looseObject({ verb: z.string().optional() }).nullish(),
  }),
});

const referralData = z.looseObject({ referralId: z.string().optional() });

/** Answers an Action.Execute: HTTP 200 always, with a card that takes the pressed one's place, or a sentence. */
export async function answerInvoke(context: TurnContext, parts: ApplicationParts): Promise<void> {
  const action = invokeValue.safeParse(context.activity.value).data?.action;
  const answer = await press(activityOf(context), action?.verb ?? action?.data?.verb, action?.data ?? {}, parts);
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: invokeBody(answer) } });
}

/** Answers the Action.Submit of a client that does not know Action.Execute: the card is edited, a sentence is written. */
export async function answerSubmit(context: TurnContext, parts: ApplicationParts): Promise<void> {
  const activity = activityOf(context);
  const data = z.looseObject({ verb: z.string().optional() }).safeParse(context.activity.value).data ?? {};
  await show(activity, await press(activity, data.verb, data, parts), parts);
}

async function press(
  activity: TeamsActivity,
  verb: string | undefined,
  data: unknown,
  parts: ApplicationParts,
): Promise<Answer> {
  // A card in a message of somebody else cannot be edited by us, and the bot need not be in that conversation.
  const inserted = isInserted(data);
  const turn = await (inserted ? createPassingTurn : createTurn)(activity, parts);
  if (!turn) return unknownPerson;
  const pressed: Press = { ...turn, activityId: inserted ? undefined : (activity.replyToId ?? undefined) };
  rememberPress(activity, verb, data, parts.subjects, parts.clock.now());
  const action = cardActions.find((candidate) => candidate.verb === verb);
  const subject = referralData.safeParse(data).data?.referralId;
  const refusal = async () => {
    const { verb: named = 'unknown', right: needed = 'read' } = action ?? {};
    const right = typeof needed === 'function' ? needed(data, pressed, parts.desk) : needed;
    return parts.gate.refusal(activity, turn, { door: 'press', action: named, right, subject });
  };
  const here = !inserted && pressed.conversation.kind === 'personal';
  const offer = async (file: OfferedFile) =>
    (await handOver(file, activity, pressed, parts, here)) ?? fileWords.offeredBelow;
  const { answer, late } = await runPress(action, pressed, data, parts.desk, { refusal, offer });
  if (late && !inserted) parts.inHand.add(showLate(late, activity, pressed, parts));
  if (late && inserted) parts.inHand.add(late.then(() => undefined));
  return inserted && typeof answer !== 'string' ? { ...answer, card: insertedCard(answer.card) } : answer;
}

const isInserted = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && insertedMark in data && data[insertedMark] === true;

/** Shows an answer outside of an invoke response. The cards in our books are edited by the delivery, and only by it. */
async function show(activity: TeamsActivity, answer: Answer, parts: ApplicationParts): Promise<void> {
  const { conversation, replyToId } = activity;
  const ours = replyToId ? await parts.store.cards.find(withoutThread(conversation.id), replyToId) : undefined;
  if (typeof answer === 'string' || !ours) await replaceCard(activity, answer, parts);
}

async function showLate(
  late: Promise<Answer>,
  activity: TeamsActivity,
  pressed: Press,
  parts: ApplicationParts,
): Promise<void> {
  await late
    .then((answer) => show(activity, answer, parts))
    .catch((error: unknown) => pressed.log.error({ err: error }, 'a late answer could not be shown'));
}

// https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
const invokeBody = (answer: Answer) =>
  typeof answer === 'string'
    ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer }
    : { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card };
