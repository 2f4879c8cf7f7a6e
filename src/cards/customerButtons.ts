import { conversationWords } from '../locales/conversationWords';
import type { Customer } from '../partnerCenter/customer';
import type { CustomerQuestion } from './customerQuestion';
import type { CardButton } from './executeAction';
import type { SubscriptionFilter } from './subscriptionFilter';
import { cutText } from './text/cutText';
import { oneLine } from './text/plainText';

/** Teams shows at most six actions on a card. https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards */
export const mostCustomerButtons = 6;

/** Buttons that ask `next` about the first six customers; where two share a name, the domain is added. */
export function customerButtons(
  customers: readonly Customer[],
  next: CustomerQuestion,
  filter: SubscriptionFilter = {},
): CardButton[] {
  const shown = customers.slice(0, mostCustomerButtons);
  const names = shown.map(nameOf);
  return shown.map((customer, at) => {
    const customerName = names[at] ?? '';
    const domain = cutText(oneLine(customer.companyProfile?.domain), 60);
    const shared = names.filter((name) => name === customerName).length > 1;
    return {
      title: shared && domain ? `${customerName} (${domain})` : customerName,
      verb: 'customer.choose',
      data: { customerId: customer.id, customerName, next, ...filter },
    };
  });
}

const nameOf = ({ companyProfile }: Customer): string =>
  cutText(oneLine(companyProfile?.companyName) || oneLine(companyProfile?.domain), 60) ||
  conversationWords.customers.unnamed;
