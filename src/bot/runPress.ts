import { ZodError } from 'zod/v4';
import type { CardAction, Press } from '../cardActions/cardAction';
import type { Desk } from '../commands/desk';
import { errorSentence } from '../commands/errorSentence';
import { neededTokens } from '../commands/neededTokens';
import type { Answer, OfferedFile } from '../commands/turn';
import { span } from '../lib/span';
import { traced } from '../lib/trace';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import { isOffer } from './handOver';
import { errorFacts } from '../partnerCenter/errorFacts';
import { referralOf } from './referralOf';
import { unusableInput } from './unusableInput';
import { patienceMs, patiently, type PatientAnswer } from './patiently';

const stillWorking = 'Still working on it: Partner Center is slow. The card changes when it is done.';

const unknownButton = 'This button is not known any more. Type **help** for what works.';

/** What a press comes to: its answer, or that its person has to sign in first. */
export type Pressed = Answer | SignInNeeded;

/** What a press needs besides its action. */
export interface PressRules {
  /** Why the person may not, in a sentence; undefined where they may. */
  refusal: () => Promise<string | undefined>;
  /** Offers the file that an action leads to. */
  offer: (file: OfferedFile) => Promise<Answer>;
  /** What is said where it takes longer than so many ms; by default a sentence, as long as Teams waits for a card. */
  slow?: { answer: Answer; afterMs: number };
}

/** Runs the action of a press unless it is refused. Never rejects: every other error becomes a sentence with the reference id. */
export async function runPress(
  action: CardAction | undefined,
  press: Press,
  data: unknown,
  desk: Desk,
  rules: PressRules,
): Promise<PatientAnswer<Pressed>> {
  if (!action) return { answer: `${unknownButton} (Reference ${press.referenceId})` };
  const { verb } = action;
  const pressed = () => span(`press ${verb}`, {}, () => run(action, press, data, desk, rules));
  const about = { cause: press.referenceId, ...referralOf(data) };
  const answered = traced(about, () => pressed().catch((error: unknown) => explain(error, verb, press)));
  const { answer, afterMs } = rules.slow ?? { answer: stillWorking, afterMs: patienceMs };
  return patiently<Pressed>(desk.clock, answered, answer, afterMs);
}

// A schema that refuses the data throws at once; it is a rejection like any other.
async function run(
  action: CardAction,
  press: Press,
  data: unknown,
  desk: Desk,
  { refusal, offer }: PressRules,
): Promise<Answer> {
  const reply = (await refusal()) ?? (await action.run(press, data, desk));
  return isOffer(reply) ? offer(reply) : reply;
}

/** Has the tokens that an action needs. Rejects as the person's token source does. */
export async function tokensFor(
  action: CardAction | undefined,
  press: Press,
  data: unknown,
  desk: Desk,
): Promise<unknown> {
  if (!action) return undefined;
  const { needs } = action;
  return neededTokens(press.tokens, typeof needs === 'function' ? needs(data, press, desk) : needs);
}

function explain(error: unknown, verb: string, press: Press): string | SignInNeeded {
  if (error instanceof SignInNeeded && !error.tried) return error;
  if (error instanceof ZodError) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    press.log.warn({ problems, verb }, 'press with unusable input');
    return unusableInput(error, press.referenceId);
  }
  press.log.error({ ...errorFacts(error), verb }, 'press failed');
  return errorSentence(error, press.referenceId);
}
