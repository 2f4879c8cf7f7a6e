const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The words of the cards of customers. English. */
export const customerWords = {
  all: 'Customers',
  startingWith: (start: string) => `Customers beginning with “${start}”`,
  ofDomain: (domain: string) => `Customers whose domain begins with “${domain}”`,
  count: (count: number, number: string) => `${number} ${plural(count, 'customer', 'customers')}`,
  moreThan: (number: string) => `at least ${number} customers`,
  none: 'No customers.',
  noneFound: 'None. Partner Center finds customers by the beginning of the company name or the domain.',
  open: 'Show this customer',
  unnamed: 'Customer without a name',
  facts: {
    address: 'Address',
    contact: 'Contact',
    billing: 'Billing',
    language: 'Language',
    delegatedAccess: 'Delegated access',
    customDomains: 'Custom domains',
  },
  given: 'Granted by the customer',
  notGiven: 'Not granted',
  /** How many more of a list there are. */
  more: (number: string) => `and ${number} more`,
  buttons: {
    subscriptions: 'Subscriptions',
    orders: 'Orders',
    referrals: 'Referrals',
    whole: 'Address and contacts',
  },
} as const;
