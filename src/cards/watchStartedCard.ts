import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/watchStarted.json';
import { conversationWords } from '../locales/conversationWords';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';

/** How a watch began. */
export interface WatchStartedCardView {
  /** Open referrals that were there before and have no card in this conversation. */
  olderOpen: number;
  /** True when it was being watched already. */
  again: boolean;
  /** What keeps new referrals from being seen, and who does what about it; absent while nothing does. */
  needs?: string | undefined;
}

const compiled = new Template(template);

/** The answer to `watch`, with a button that posts the older ones. */
export function watchStartedCard({ olderOpen, again, needs = '' }: WatchStartedCardView): CardMessage {
  const words = conversationWords.watch;
  const title = again ? words.again : words.started;
  const number = new Intl.NumberFormat('en').format(olderOpen);
  const card = expandTemplate(compiled, {
    title,
    text: words.promise,
    needs,
    older: olderOpen > 0 ? words.older(olderOpen, number) : words.none,
    post: olderOpen > 0 ? words.post(olderOpen, number) : '',
  });
  return { card, summary: words.summary(title) };
}
