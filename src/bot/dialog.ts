import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { cardActions } from '../cardActions';
import { typedInputs } from '../cardActions/readNewReferral';
import { dialogCard } from '../cards/dialogCard';
import { dialogNoteCard } from '../cards/dialogNoteCard';
import type { CardMessage } from '../cards/message';
import { newReferralCard } from '../cards/newReferralCard';
import { workingReferralCard } from '../cards/unfinishedReferralCard';
import { errorSentence } from '../commands/errorSentence';
import { neededTokens } from '../commands/neededTokens';
import type { Answer, Turn } from '../commands/turn';
import { span } from '../lib/span';
import { traced } from '../lib/trace';
import { dialogWords as words } from '../locales/dialogWords';
import { messageActions } from '../messageExtension';
import { errorFacts } from '../partnerCenter/errorFacts';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import type { ApplicationParts } from './application';
import { takeBrought } from './broughtSignIn';
import { composeSignIn } from './composeSignIn';
import { handOver } from './handOver';
import { patiently } from './patiently';
import { refusalOfPress } from './refusalOfPress';
import { runPress } from './runPress';
import { activityOf, createPassingTurn } from './turn';
import { unknownPerson } from './typed';

// https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
const dialogValue = z.object({ commandId: z.string(), messagePayload: z.unknown(), data: z.unknown() }).partial();
const submitted = z.looseObject({ verb: z.string().optional(), draftId: z.string().optional() });

/** How long a dialog may take, in ms: Teams waits 5 s, and then sends the same again. */
const afterMs = 4_000;

/** Answers the choice of an action in a message's menu: with the dialog. */
export const answerDialogOpened = (context: TurnContext, parts: ApplicationParts): Promise<void> =>
  answerDialog(context, parts, opened);

/** Answers a button of a dialog: with what the dialog shows next. */
export const answerDialogSubmitted = (context: TurnContext, parts: ApplicationParts): Promise<void> =>
  answerDialog(context, parts, pressed);

type Show = (context: TurnContext, turn: Turn, parts: ApplicationParts) => Promise<CardMessage | SignInNeeded>;

async function answerDialog(context: TurnContext, parts: ApplicationParts, show: Show): Promise<void> {
  const activity = activityOf(context);
  const { kind } = await takeBrought(activity, context.activity.value, parts);
  const turn = kind === 'refused' ? undefined : await createPassingTurn(activity, parts);
  const shown = turn ? await show(context, turn, parts) : dialogNoteCard(unknownPerson);
  const isNeeded = shown instanceof SignInNeeded;
  const body = isNeeded ? composeSignIn(turn, shown, parts, kind === 'nothing') : taskOf(shown);
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    // Teams then falls back to the sign-in in a browser.
    value: kind === 'refused' || (kind === 'token' && isNeeded) ? { status: 412 } : { status: 200, body },
  });
}

async function opened(context: TurnContext, turn: Turn, parts: ApplicationParts): Promise<CardMessage | SignInNeeded> {
  const { gate, desk, clock, signIns } = parts;
  const { commandId, messagePayload } = dialogValue.safeParse(context.activity.value).data ?? {};
  const action = messageActions.find(({ id }) => id === commandId);
  if (!action) return dialogNoteCard(words.unknown);
  const { id, needs, right } = action;
  const run = async (): Promise<Answer> => {
    const refusal = await gate.refusal(activityOf(context), turn, { door: 'press', action: id, right });
    if (refusal !== undefined) return refusal;
    return action.open({ ...turn, tokens: await neededTokens(turn.tokens, needs) }, messagePayload, desk);
  };
  const spanned = () => span(`open ${id}`, {}, run);
  const work = traced({ cause: turn.referenceId }, spanned).catch((error: unknown): string | SignInNeeded => {
    if (signIns && error instanceof SignInNeeded && !error.tried) return error;
    turn.log.error({ ...errorFacts(error), action: id }, 'a dialog could not be opened');
    return errorSentence(error, turn.referenceId);
  });
  const { answer } = await patiently<Answer | SignInNeeded>(clock, work, words.tooSlow, afterMs);
  return typeof answer === 'string' ? dialogNoteCard(answer) : answer;
}

async function pressed(context: TurnContext, turn: Turn, parts: ApplicationParts): Promise<CardMessage | SignInNeeded> {
  const activity = activityOf(context);
  const data = submitted.safeParse(dialogValue.safeParse(context.activity.value).data?.data).data ?? {};
  const { verb, draftId } = data;
  const action = cardActions.find((candidate) => candidate.verb === verb);
  const press = { ...turn, activityId: undefined, redraw: () => undefined };
  const { answer, late } = await runPress(action, press, data, parts.desk, {
    refusal: () => refusalOfPress(activity, press, action, data, parts),
    offer: async (file) => (await handOver(file, activity, turn, parts, false)) ?? '',
    slow: { answer: draftId ? workingReferralCard(draftId) : words.tooSlow, afterMs },
  });
  if (late) parts.inHand.add(late.then(() => undefined));
  if (typeof answer !== 'string') return answer;
  // The form keeps what was typed; a dialog shows no sentence below its card.
  if (verb === 'referral.create') return newReferralCard({ typed: typedInputs(data), problem: answer, draftId });
  return dialogNoteCard(answer, verb, draftId);
}

function taskOf({ card }: CardMessage): object {
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: dialogCard(card) };
  return {
    task: { type: 'continue', value: { title: words.dialog, height: 'large', width: 'medium', card: content } },
  };
}
