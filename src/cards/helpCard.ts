import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/help.json';
import { conversationWords } from '../locales/conversationWords';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { newReferralButton } from './newReferralCard';
import { markdownText } from './text/markdownText';

/** What help lists. */
export interface HelpCardView {
  commands: readonly { title: string; example: string; description: string }[];
  /** BCP 47; there is no other language than English yet. */
  locale: string;
}

const compiled = new Template(template);

/** Everything that can be typed. */
export function helpCard({ commands }: HelpCardView): CardMessage {
  const words = conversationWords.help;
  const lines = commands.map(({ title, example, description }) => ({
    title: markdownText(title, 100),
    text: markdownText(example === title ? description : `${description} ${words.example(example)}`, 300),
  }));
  const actions = [executeAction(newReferralButton)];
  const card = expandTemplate(compiled, { title: words.title, lines, end: words.end, actions });
  return { card, summary: words.summary };
}
