import { ZodError } from 'zod/v4';
import type { CardAction, Press } from '../cardActions/cardAction';
import type { Desk } from '../commands/desk';
import { errorSentence } from '../commands/errorSentence';
import type { Answer } from '../commands/turn';

/** Upstream time after which a press is answered with "still working on it", in ms: Teams waits 10 s. */
const patienceMs = 8_000;

const stillWorking = 'Still working on it: Partner Center is slow. The card changes when it is done.';

/** The answer for now, and the one that came too late to be it. */
export interface PressResult {
  answer: Answer;
  /** Set when `answer` is "still working on it". */
  late?: Promise<Answer>;
}

/** Runs the action of a press. Never rejects: every error becomes a sentence with the reference id. */
export async function runPress(
  action: CardAction | undefined,
  press: Press,
  data: unknown,
  desk: Desk,
): Promise<PressResult> {
  if (!action)
    return {
      answer: `This button is not known any more. Type **help** for what works. (Reference ${press.referenceId})`,
    };
  const answered = run(action, press, data, desk).catch((error: unknown) => explain(error, press));
  const waiting = new AbortController();
  const slow = desk.clock.sleep(patienceMs, waiting.signal).then(() => undefined);
  const first = await Promise.race([answered, slow]);
  waiting.abort();
  return first === undefined ? { answer: stillWorking, late: answered } : { answer: first };
}

// A schema that refuses the data throws at once; it is a rejection like any other.
const run = async (action: CardAction, press: Press, data: unknown, desk: Desk): Promise<Answer> =>
  action.run(press, data, desk);

function explain(error: unknown, press: Press): string {
  if (error instanceof ZodError) {
    const problems = error.issues.map((issue) => `${issue.path.join('.') || 'the button'} ${issue.message}`).join('; ');
    press.log.warn({ problems }, 'press with unusable input');
    return `Nothing was sent, because ${problems}. Correct it and press again. (Reference ${press.referenceId})`;
  }
  press.log.error({ err: error }, 'press failed');
  return errorSentence(error, press.referenceId);
}
