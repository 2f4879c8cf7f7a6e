const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The words of the card of a customer's subscriptions. English. */
export const subscriptionWords = {
  count: (count: number, number: string) => `${number} ${plural(count, 'subscription', 'subscriptions')}`,
  attention: (count: number, number: string) => `${number} ${plural(count, 'needs', 'need')} attention`,
  none: 'No subscriptions.',
  /** What was asked for: a status, and the days between which the commitment ends. */
  asked: (status: string, from: string, to: string) =>
    [status, from && to ? `ending ${from}–${to}` : from ? `ending from ${from}` : to ? `ending until ${to}` : '']
      .filter(Boolean)
      .join(', '),
  countOf: (number: string, inAll: number, inAllNumber: string, asked: string) =>
    `${number} of ${inAllNumber} ${plural(inAll, 'subscription', 'subscriptions')}: ${asked}`,
  noneOf: (inAllNumber: string, asked: string) => `None of ${inAllNumber} is ${asked}.`,
  open: 'Show this subscription',
  facts: {
    started: 'Started',
    commitmentEnd: 'Commitment ends',
    autoRenewal: 'Auto-renewal',
    cancellable: 'Can be cancelled until',
    cycleEnd: 'Billing cycle ends',
  },
  on: 'On',
  off: 'Off',
  all: 'All subscriptions',
  unnamedCustomer: 'Customer without a name',
  unnamed: 'Subscription without a name',
  /** Shown in place of Partner Center's status words. */
  states: {
    active: 'Active',
    pending: 'Pending',
    suspended: 'Suspended',
    deleted: 'Deleted',
    expired: 'Expired',
    disabled: 'Disabled',
    attention: 'Needs attention',
    ending: 'Ends soon',
    closing: 'Cancellation closes soon',
    unknown: 'Status not known',
  },
  seats: (count: number, number: string) => `${number} ${plural(count, 'seat', 'seats')}`,
  terms: {
    D: (_count: number, number: string) => `${number}-day term`,
    M: (count: number, number: string) => (count === 1 ? 'monthly term' : `${number}-month term`),
    Y: (count: number, number: string) => (count === 1 ? 'annual term' : `${number}-year term`),
  },
  usage: 'billed by usage',
  trial: 'trial',
  billed: (cycle: string) => (cycle === 'one time' ? 'paid once' : `billed ${cycle === 'annual' ? 'annually' : cycle}`),
  cancellable: (day: string) => `can be cancelled until ${day}`,
  renews: (day: string) => `renews ${day}`,
  ends: (day: string) => `ends ${day}, no auto-renewal`,
  ended: (day: string) => `ended ${day}`,
  until: (day: string) => `until ${day}`,
  autoRenewal: 'auto-renewal on',
  noAutoRenewal: 'no auto-renewal',
} as const;
