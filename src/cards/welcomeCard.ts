import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/welcome.json';
import { conversationWords } from '../locales/conversationWords';
import type { Conversation } from '../storage/store';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';

/** Where the bot says hello. */
export interface WelcomeCardView {
  kind: Conversation['kind'];
  alreadyWatching: boolean;
}

const compiled = new Template(template);

/** The greeting, once per installation, with a button that starts watching. */
export function welcomeCard({ kind, alreadyWatching }: WelcomeCardView): CardMessage {
  const words = conversationWords.welcome;
  const card = expandTemplate(compiled, {
    title: words.title,
    text: alreadyWatching ? words.watching : words.promise(words.places[kind]),
    further: words.further[kind],
    start: alreadyWatching ? '' : words.start,
  });
  return { card, summary: words.summary };
}
