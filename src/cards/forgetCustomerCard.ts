import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/forgetCustomer.json';
import { forgetWords as words } from '../locales/forgetWords';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { markdownText } from './text/markdownText';

/** How much is kept of a customer. */
export interface ForgetCustomerCardView {
  customer: string;
  closed: number;
  /** Referrals that are open or run: they are not erased. */
  running: number;
  drafts: number;
  offers: number;
  /** Changes of its subscriptions that conversations were told of. */
  news: number;
}

const compiled = new Template(template);

/** Asks whether what is kept of a customer is to be erased. */
export function forgetCustomerCard(view: ForgetCustomerCardView): CardMessage {
  const { customer, closed, running, drafts, offers, news } = view;
  const title = words.title(markdownText(customer, 120));
  const some = closed + drafts + offers + news > 0;
  const lines = [
    ...(some ? [words.found(closed, drafts, offers, news)] : []),
    ...(running > 0 ? [words.running(running)] : []),
    words.remains,
  ];
  const erase = { title: words.erase, verb: 'customer.forget', data: { customer }, style: 'destructive' } as const;
  return show(title, lines, some ? [executeAction(erase)] : []);
}

/** Says what was erased, without the name. */
export function forgottenCard(view: Omit<ForgetCustomerCardView, 'customer'>): CardMessage {
  const { closed, running, drafts, offers, news } = view;
  const what = words.what(closed, drafts, offers, news);
  const lines = [what, ...(running > 0 ? [words.running(running)] : []), words.remains];
  return show(words.done, lines, []);
}

function show(title: string, lines: readonly string[], actions: readonly object[]): CardMessage {
  const texts = lines.map((text) => ({ text }));
  return { card: expandTemplate(compiled, { title, texts, actions }), summary: title };
}
