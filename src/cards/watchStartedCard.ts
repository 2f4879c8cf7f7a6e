import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/watchStarted.json';
import { conversationWords } from '../locales/conversationWords';
import { watchWords } from '../locales/watchWords';
import { executeAction, type CardButton } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { markdownText } from './text/markdownText';

/** How a watch began. */
export interface WatchStartedCardView {
  watchId: string;
  /** What a referral has to fulfil, in words; '' for nothing. Plain text. */
  conditions: string;
  /** The day on which it goes on; absent while it is not paused. */
  pausedUntil?: string | undefined;
  /** Open referrals that fit, were there before and have no card in this conversation. */
  olderOpen: number;
  /** True when it was being watched already. */
  again: boolean;
  /** What keeps new referrals from being seen, and who does what about it; absent while nothing does. */
  needs?: string | undefined;
}

const compiled = new Template(template);

/** The answer to `watch`, with a button that posts the older ones, and one for conditions where there are none. */
export function watchStartedCard(view: WatchStartedCardView): CardMessage {
  const { conditions, pausedUntil, olderOpen, again, needs = '' } = view;
  const words = conversationWords.watch;
  const { started } = watchWords;
  const title = again ? words.again : words.started;
  const number = new Intl.NumberFormat('en').format(olderOpen);
  const card = expandTemplate(compiled, {
    title,
    text: conditions ? started.promise : words.promise,
    conditions: markdownText(conditions, 600),
    end: conditions ? started.end : '',
    paused: pausedUntil ? started.paused(pausedUntil) : '',
    needs,
    older: olderOpen > 0 ? words.older(olderOpen, number) : words.none,
    actions: buttons(view, words.post(olderOpen, number)).map(executeAction),
  });
  return { card, summary: words.summary(title) };
}

const buttons = ({ watchId, olderOpen, conditions }: WatchStartedCardView, post: string): CardButton[] => [
  ...(olderOpen > 0 ? [{ title: post, verb: 'watch.backlog', data: { watchId } }] : []),
  ...(conditions ? [] : [{ title: watchWords.started.choose, verb: 'watch.form', data: { watchId } }]),
];
