import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/readingChoice.json';
import { unclearWords } from '../locales/unclearWords';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { cutText } from './text/cutText';
import { oneLine } from './text/plainText';

/** What somebody may have meant: texts that are commands, likeliest first. */
export interface ReadingChoiceCardView {
  texts: readonly string[];
  /** One reading that is clear but changes something: it is asked whether it is wanted. */
  asksToConfirm?: boolean;
}

const compiled = new Template(template);

/** An unclear question: a button for each thing that it may mean. */
export function readingChoiceCard({ texts, asksToConfirm = false }: ReadingChoiceCardView): CardMessage {
  const { hint, summary } = unclearWords;
  const question = asksToConfirm ? unclearWords.confirm : unclearWords.question;
  const readings = texts.map((text) => ({ text, title: cutText(oneLine(text), 60) }));
  return { card: expandTemplate(compiled, { question, hint, readings }), summary };
}
