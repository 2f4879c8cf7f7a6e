import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/customerChoice.json';
import { conversationWords } from '../locales/conversationWords';
import type { Customer } from '../partnerCenter/customer';
import { customerButtons, mostCustomerButtons } from './customerButtons';
import type { CustomerQuestion } from './customerQuestion';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import type { SubscriptionFilter } from './subscriptionFilter';
import { cutText } from './text/cutText';
import { isolateText } from './text/rightToLeft';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';

/** Customers that match what was typed. */
export interface CustomerChoiceCardView {
  query: string;
  customers: readonly Customer[];
  /** Partner Center has more of them. */
  hasMore: boolean;
  /** What was asked about the customer. */
  next: CustomerQuestion;
  /** Which subscriptions are asked about. */
  filter?: SubscriptionFilter;
}

const compiled = new Template(template);

/** Several customers match: a button for each of the first six. */
export function customerChoiceCard({ query, customers, hasMore, next, filter }: CustomerChoiceCardView): CardMessage {
  const words = conversationWords.customers;
  const question = words.several(isolateText(cutText(oneLine(query), 60)));
  const card = expandTemplate(compiled, {
    text: markdownText(question, 150),
    more: hasMore || customers.length > mostCustomerButtons ? words.more : '',
    actions: customerButtons(customers, next, filter).map(executeAction),
  });
  return { card, summary: question };
}
