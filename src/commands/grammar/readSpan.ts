import { grammarNumbers as words } from '../../locales/grammarNumbers';
import type { ReadSpan } from './dateVocabulary';
import { datedSpans } from './datedSpans';
import { relativeSpans } from './relativeSpans';

/** A day, or a stretch of days with a name: "yesterday", "last month", "Q3", "1 March 2026", "the last 30 days". */
export const readSpan: ReadSpan = (tokens, at, context) => {
  const the = tokens[at]?.word === words.the ? 1 : 0;
  return [...datedSpans, ...relativeSpans]
    .flatMap((read) => read(tokens, at + the, context))
    .map((said) => ({ ...said, length: said.length + the }));
};
