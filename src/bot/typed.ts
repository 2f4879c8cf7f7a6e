import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z, ZodError } from 'zod/v4';
import { readingChoiceCard } from '../cards/readingChoiceCard';
import { markdownText } from '../cards/text/markdownText';
import { errorFacts } from '../partnerCenter/errorFacts';
import { commands } from '../commands';
import { errorSentence } from '../commands/errorSentence';
import type { Command } from '../commands/command';
import { neededTokens } from '../commands/neededTokens';
import type { Reply, Turn } from '../commands/turn';
import { span } from '../lib/span';
import { traced } from '../lib/trace';
import { modelWords } from '../locales/modelWords';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { askToSignIn } from './askToSignIn';
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

/** How a command comes to be run. */
interface Occasion {
  /** How long the person has waited already, in ms. */
  spentMs?: number;
  /** It runs again because its person has signed in. */
  isRetry?: boolean;
}

/** Runs a command that a text was read as, and answers. */
export async function answerCommand(
  activity: TeamsActivity,
  name: string,
  parameters: unknown,
  parts: ApplicationParts,
  { spentMs = 0, isRetry = false }: Occasion = {},
): Promise<void> {
  const turn = await createTurn(activity, parts);
  const command = commands.find((candidate) => candidate.name === name);
  if (!turn || !command) return say(activity, turn ? notUnderstood : unknownPerson, parts);
  if (turn.conversation.kind !== 'channel') showTyping(activity, parts);
  const started = parts.clock.now();
  const work = traced({ cause: turn.referenceId }, () => runCommand(command, activity, turn, parameters, parts));
  const { answer, late } = await patiently<Reply | SignInNeeded>(parts.clock, work, stillWorking, patienceMs - spentMs);
  const tell = (told: Reply | SignInNeeded) => {
    const again = () => answerCommand(activity, name, parameters, parts, { isRetry: true });
    return told instanceof SignInNeeded
      ? askFor(told, { activity, turn, command, isRetry, again }, parts)
      : sayReply(activity, told, turn, parts);
  };
  await tell(answer);
  turn.log.info({ command: name, ms: parts.clock.now() - started, late: Boolean(late) }, 'command');
  const unsent = (error: unknown) => turn.log.error({ err: error }, 'a late answer could not be sent');
  if (late) parts.inHand.add(late.then(tell).catch(unsent));
}

/** Never rejects: every error becomes a sentence with the reference id, or the wish that the person signs in. */
async function runCommand(
  command: Command,
  activity: TeamsActivity,
  turn: Turn,
  parameters: unknown,
  { gate, desk, signIns }: ApplicationParts,
): Promise<Reply | SignInNeeded> {
  const asked = { door: 'command', action: command.name, right: command.right ?? 'read' } as const;
  try {
    const run = async () => (await gate.refusal(activity, turn, asked)) ?? (await command.run(turn, parameters, desk));
    return await span(`command ${command.name}`, {}, run);
  } catch (error) {
    if (signIns && error instanceof SignInNeeded && !error.tried) return error;
    turn.log.error({ ...errorFacts(error), command: command.name }, 'command failed');
    return error instanceof ZodError ? notUnderstood : errorSentence(error, turn.referenceId);
  }
}

/** Asks for the sign-in that a command needs; it runs when that has come. */
async function askFor(
  needed: SignInNeeded,
  asked: { activity: TeamsActivity; turn: Turn; command: Command; isRetry: boolean; again: () => Promise<void> },
  parts: ApplicationParts,
): Promise<void> {
  const { signIns } = parts;
  const { activity, turn, command, isRetry, again } = asked;
  if (!signIns) return say(activity, errorSentence(needed, turn.referenceId), parts);
  turn.log.info({ command: command.name, why: needed.why }, 'a sign-in is needed');
  const item = {
    prepare: () => neededTokens(turn.tokens, command.needs),
    run: () => again().catch((error: unknown) => turn.log.error({ err: error }, 'an answer could not be sent')),
  };
  await askToSignIn(activity, needed, item, { ...parts, signIns }, isRetry);
}

/** Says an answer; a file is offered in the person's own chat. */
async function sayReply(activity: TeamsActivity, reply: Reply, turn: Turn, parts: ApplicationParts): Promise<void> {
  if (!isOffer(reply)) return say(activity, reply, parts);
  const said = await handOver(reply, activity, turn, parts, turn.conversation.kind === 'personal');
  if (said) await say(activity, said, parts);
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
  const spentMs = parts.clock.now() - beganAt;
  await answerCommand(activityOf(context), command, asked, parts, { spentMs });
}

/** Nobody waits for the typing dots and nobody misses them. */
export function showTyping(activity: TeamsActivity, parts: ApplicationParts): void {
  say(activity, { type: ActivityTypes.Typing }, parts).catch((error: unknown) =>
    parts.log.debug({ err: error }, 'typing was not shown'),
  );
}
