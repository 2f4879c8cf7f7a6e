import { oneLine } from './plainText';

/** A code of Partner Center as words: `LearningAndCertification` gives "Learning and certification", `Microsoft365` "Microsoft 365". */
export function readableCode(code: string | null | undefined): string {
  return oneLine(code)
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Ll})(?=\d)|(?<=\d)(?=\p{Lu})/gu, ' ')
    .replace(/\b(And|Or|Of|For|To)\b/g, (word) => word.toLowerCase());
}
