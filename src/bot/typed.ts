import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z, ZodError } from 'zod/v4';
import { readingChoiceCard } from '../cards/readingChoiceCard';
import { markdownText } from '../cards/text/markdownText';
import { errorFacts } from '../partnerCenter/errorFacts';
import { commands } from '../commands';
import { errorSentence } from '../commands/errorSentence';
import type { Reply, Turn } from '../commands/turn';
import { modelWords } from '../locales/modelWords';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { handOver, isOffer } from './handOver';
import { patienceMs, patiently } from './patiently';
import { say } from './say';
import { activityOf, createTurn } from './turn';

/** Said when Teams did not say who a person is. */
export const unknownPerson =
  'Teams did not say who you are, so nothing can be done on your behalf. Write from an account of your own company.';

const stillWorking = 'Still working on it: Partner Center is slow. The answer follows.';

const notUnderstood =
  'I did not understand that. Type for example **subscriptions for contoso**, or **help** to see everything that works.';

/**
 * Runs a command that a text was read as, and answers.
 * @param spentMs how long the person has waited already
 */
export async function answerCommand(
  context: TurnContext,
  name: string,
  parameters: unknown,
  parts: ApplicationParts,
  spentMs = 0,
): Promise<void> {
  const activity = activityOf(context);
  const turn = await createTurn(activity, parts);
  const command = commands.find((candidate) => candidate.name === name);
  if (!turn || !command) return say(activity, turn ? notUnderstood : unknownPerson, parts);
  if (turn.conversation.kind !== 'channel') showTyping(activity, parts);
  const started = parts.clock.now();
  const asked = { door: 'command', action: name, right: command.right ?? 'read' } as const;
  const run = async (): Promise<Reply> =>
    (await parts.gate.refusal(activity, turn, asked)) ?? command.run(turn, parameters, parts.desk);
  const work = run().catch((error: unknown) => {
    turn.log.error({ ...errorFacts(error), command: name }, 'command failed');
    return error instanceof ZodError ? notUnderstood : errorSentence(error, turn.referenceId);
  });
  const { answer, late } = await patiently<Reply>(parts.clock, work, stillWorking, patienceMs - spentMs);
  await sayReply(activity, answer, turn, parts);
  turn.log.info({ command: name, ms: parts.clock.now() - started, late: Boolean(late) }, 'command');
  if (late) parts.inHand.add(sayLate(late, activity, turn, parts));
}

/** Says an answer; a file is offered in the person's own chat. */
async function sayReply(activity: TeamsActivity, reply: Reply, turn: Turn, parts: ApplicationParts): Promise<void> {
  if (!isOffer(reply)) return say(activity, reply, parts);
  const said = await handOver(reply, activity, turn, parts, turn.conversation.kind === 'personal');
  if (said) await say(activity, said, parts);
}

async function sayLate(
  late: Promise<Reply>,
  activity: TeamsActivity,
  turn: Turn,
  parts: ApplicationParts,
): Promise<void> {
  await late
    .then((answer) => sayReply(activity, answer, turn, parts))
    .catch((error: unknown) => turn.log.error({ err: error }, 'a late answer could not be sent'));
}

const unclearParameters = z.object({ texts: z.array(z.string()), asksToConfirm: z.boolean().optional() });

/** Answers a text that no command matches: with what may be meant, or with what a model understood that changes something. */
export async function answerUnclear(context: TurnContext, parameters: unknown, parts: ApplicationParts): Promise<void> {
  const activity = activityOf(context);
  const turn = await createTurn(activity, parts);
  const view = unclearParameters.safeParse(parameters).data ?? { texts: [] };
  const asked = { door: 'command', action: 'unclear', right: 'nothing' } as const;
  const answer = turn && ((await parts.gate.refusal(activity, turn, asked)) ?? readingChoiceCard(view));
  await say(activity, answer ?? unknownPerson, parts);
}

const understoodParameters = z.object({
  text: z.string(),
  command: z.string(),
  parameters: z.unknown(),
  beganAt: z.number(),
});

/** Answers what a language model understood: what that was, in the words that could have been typed, and then as if they had been. */
export async function answerUnderstood(
  context: TurnContext,
  parameters: unknown,
  parts: ApplicationParts,
): Promise<void> {
  const { text, command, parameters: asked, beganAt } = understoodParameters.parse(parameters);
  await say(activityOf(context), modelWords.understood(markdownText(text, 400)), parts);
  await answerCommand(context, command, asked, parts, parts.clock.now() - beganAt);
}

/** Nobody waits for the typing dots and nobody misses them. */
function showTyping(activity: TeamsActivity, parts: ApplicationParts): void {
  say(activity, { type: ActivityTypes.Typing }, parts).catch((error: unknown) =>
    parts.log.debug({ err: error }, 'typing was not shown'),
  );
}
