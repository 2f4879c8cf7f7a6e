import { customerWords as words } from '../locales/customerWords';
import { listWords } from '../locales/listWords';
import type { Customer } from '../partnerCenter/customer';
import { exportButtons, listCard, pageButtons } from './listCard';
import type { CardMessage } from './message';
import { cutText } from './text/cutText';
import { createFormats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** Which customers are listed: all, or those whose name or domain begins so. */
export interface CustomersQuestion {
  startsWith?: string;
  domain?: string;
}

/** A page of the customers, which need not have been read to their end. */
export interface CustomersCardView {
  question: CustomersQuestion;
  /** Those that are known so far, in Partner Center's order. */
  customers: readonly Customer[];
  /** Whether these are all. */
  complete: boolean;
  /** Zero-based; beyond the end means the last. */
  page: number;
  locale: string;
}

/** How many customers a card shows. */
export const customersPageSize = 10;

/** Customers, a page at a time. */
export function customersCard({ question, customers, complete, page: wanted, locale }: CustomersCardView): CardMessage {
  const { number } = createFormats(locale, undefined, 0);
  const known = customers.length;
  const last = Math.max(0, Math.ceil(known / customersPageSize) - 1);
  const page = Math.min(Math.max(0, Math.trunc(wanted)), last);
  const first = page * customersPageSize;
  const shown = customers.slice(first, first + customersPageSize);
  const range = complete ? listWords.range : listWords.openRange;
  const title = titleOf(question);
  const asked = Boolean(question.startsWith ?? question.domain);
  const none = asked ? words.noneFound : words.none;
  const count = complete ? words.count(known, number(known)) : words.moreThan(number(known));
  const data = { list: 'customers', ...question };
  const card = listCard({
    heading: title,
    about: known > 0 ? count : none,
    rows: shown.map((customer) => ({
      name: customerTitle(customer),
      state: '',
      colour: 'default',
      about: aboutCustomer(customer),
      open: { title: words.open, verb: 'customer.show', data: { customerId: customer.id } },
    })),
    range: last > 0 || !complete ? range(number(first + 1), number(first + shown.length), number(known)) : '',
    buttons: [...pageButtons(page, page < last || !complete, data), ...exportButtons(data, known, complete)],
  });
  return { card, summary: `${title}: ${known > 0 ? count : none}` };
}

function titleOf({ startsWith, domain }: CustomersQuestion): string {
  if (startsWith) return words.startingWith(quotable(startsWith));
  return domain ? words.ofDomain(quotable(domain)) : words.all;
}

const quotable = (text: string): string => isolateText(cutText(oneLine(text), 60));

/** What a customer is called. Plain text. */
export const customerTitle = ({ companyProfile }: Customer): string =>
  cutText(oneLine(companyProfile?.companyName) || oneLine(companyProfile?.domain), 100) || words.unnamed;

/** What tells it from others of that name. Plain text. */
export const aboutCustomer = ({ companyProfile, relationshipToPartner }: Customer): string =>
  [cutText(oneLine(companyProfile?.domain), 80), readableRelationship(relationshipToPartner)]
    .filter(Boolean)
    .join(' · ');

/** `microsoft_support` as "microsoft support"; nothing for `none`. */
export function readableRelationship(relationship: string | null | undefined): string {
  const text = readableCode(relationship).replace(/_/g, ' ');
  return text.toLowerCase() === 'none' ? '' : cutText(text, 40);
}
