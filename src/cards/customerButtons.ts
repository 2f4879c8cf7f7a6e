import { conversationWords } from '../locales/conversationWords';
import type { Customer } from '../partnerCenter/customer';
import { cutText } from './text/cutText';
import { oneLine } from './text/plainText';

/** A button for one customer; `title` tells it apart from the others. */
export interface CustomerButton {
  title: string;
  customerId: string;
  customerName: string;
}

/** Teams shows at most six actions on a card. https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards */
export const mostCustomerButtons = 6;

/** Buttons for the first six customers; where two share a name, the domain is added. */
export function customerButtons(customers: readonly Customer[]): CustomerButton[] {
  const shown = customers.slice(0, mostCustomerButtons);
  const names = shown.map(nameOf);
  return shown.map((customer, at) => {
    const customerName = names[at] ?? '';
    const domain = cutText(oneLine(customer.companyProfile?.domain), 60);
    const shared = names.filter((name) => name === customerName).length > 1;
    return {
      title: shared && domain ? `${customerName} (${domain})` : customerName,
      customerId: customer.id,
      customerName,
    };
  });
}

const nameOf = ({ companyProfile }: Customer): string =>
  cutText(oneLine(companyProfile?.companyName) || oneLine(companyProfile?.domain), 60) ||
  conversationWords.customers.unnamed;
