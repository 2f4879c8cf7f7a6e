import type { ZodError } from 'zod/v4';
import { inputWords } from '../locales/inputWords';

/**
 * What is wrong with what a press sent, for the person who pressed: the inputs that they can correct, by their labels. Where
 * something else is wrong, the card is of another version or of somebody else, and there is nothing to correct.
 */
export function unusableInput({ issues }: ZodError, referenceId: string): string {
  const problems = issues.map(({ path, message }) => {
    const label = inputWords[path.join('.')];
    return label && `${label} ${isOurs(message) ? message : 'cannot be read'}`;
  });
  const reference = `(Reference ${referenceId})`;
  return problems.every(Boolean)
    ? `Nothing was sent, because ${problems.join('; ')}. Correct it and press again. ${reference}`
    : `This button belongs to a card that is out of date, so nothing was done. Ask for it again, and press the button on the new card. ${reference}`;
}

/** Ours go on from a label, "is too large"; those of the library are sentences of their own, for developers. */
const isOurs = (message: string): boolean => /^\p{Ll}/u.test(message);
