import type { Answer } from '../commands/turn';
import type { Clock } from '../lib/clock';

/** Time after which a person is told that it takes longer, in ms: Teams waits 10 s for an answer. */
const patienceMs = 8_000;

/** What there is to say now, and what came too late for that. */
export interface PatientAnswer {
  answer: Answer;
  /** Set when `answer` only says that it takes longer. */
  late?: Promise<Answer>;
}

/**
 * Waits for an answer as long as Teams does; after that `meanwhile` is said and the answer follows.
 * @param work must not reject
 * @param spentMs what the person has waited already
 */
export async function patiently(
  clock: Clock,
  work: Promise<Answer>,
  meanwhile: string,
  spentMs = 0,
): Promise<PatientAnswer> {
  const answered = new AbortController();
  const slow = clock.sleep(patienceMs - spentMs, answered.signal).then(() => undefined);
  const first = await Promise.race([work, slow]);
  answered.abort();
  return first === undefined ? { answer: meanwhile, late: work } : { answer: first };
}
