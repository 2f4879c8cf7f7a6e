import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/customerChoice.json';
import { conversationWords } from '../locales/conversationWords';
import type { Customer } from '../partnerCenter/customer';
import { customerButtons } from './customerButtons';
import type { CustomerQuestion } from './customerQuestion';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import type { SubscriptionFilter } from './subscriptionFilter';
import { cutText } from './text/cutText';
import { isolateText } from './text/rightToLeft';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';

/** What was typed, and the customers whose names come nearest, best first. */
export interface NearestNamesCardView {
  query: string;
  customers: readonly Customer[];
  /** What was asked about the customer. */
  next: CustomerQuestion;
  /** Which subscriptions are asked about. */
  filter?: SubscriptionFilter;
}

const compiled = new Template(template);

/** No customer matches: buttons for the nearest names, or how the search works where no name is near. */
export function nearestNamesCard({ query, customers, next, filter }: NearestNamesCardView): CardMessage {
  const words = conversationWords.customers;
  const none = words.none(isolateText(cutText(oneLine(query), 60)));
  const card = expandTemplate(compiled, {
    text: markdownText(none, 150),
    more: customers.length > 0 ? words.nearest : words.nothingNear,
    actions: customerButtons(customers, next, filter).map(executeAction),
  });
  return { card, summary: none };
}
