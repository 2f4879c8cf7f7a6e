import type { Clock } from '../lib/clock';

/** Time after which a person is told that it takes longer, in ms: Teams waits 10 s for an answer. */
export const patienceMs = 8_000;

/** What there is to say now, and what came too late for that. */
export interface PatientAnswer<T> {
  answer: T;
  /** Set when `answer` only says that it takes longer. */
  late?: Promise<T>;
}

/**
 * Waits for an answer as long as Teams does; after that `meanwhile` is said and the answer follows.
 * @param work must not reject
 * @param patience ms; 8 s where Teams waits 10
 */
export async function patiently<T>(
  clock: Clock,
  work: Promise<T>,
  meanwhile: T,
  patience = patienceMs,
): Promise<PatientAnswer<T>> {
  const answered = new AbortController();
  const slow = clock.sleep(patience, answered.signal).then(() => undefined);
  const first = await Promise.race([work.then((answer) => ({ answer })), slow]);
  answered.abort();
  return first ?? { answer: meanwhile, late: work };
}
