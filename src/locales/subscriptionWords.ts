const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The words of the card of a customer's subscriptions. English. */
export const subscriptionWords = {
  count: (count: number, number: string) => `${number} ${plural(count, 'subscription', 'subscriptions')}`,
  attention: (count: number, number: string) => `${number} ${plural(count, 'needs', 'need')} attention`,
  none: 'No subscriptions.',
  range: (from: string, to: string, of: string) => `${from}–${to} of ${of}`,
  previous: 'Previous',
  next: 'Next',
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
  renews: (day: string) => `renews ${day}`,
  ends: (day: string) => `ends ${day}, no auto-renewal`,
  ended: (day: string) => `ended ${day}`,
  until: (day: string) => `until ${day}`,
  autoRenewal: 'auto-renewal on',
  noAutoRenewal: 'no auto-renewal',
} as const;
