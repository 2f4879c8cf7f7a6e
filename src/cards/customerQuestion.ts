/** What can be asked about a customer once it is known which one. */
export const customerQuestions = [
  'customer',
  'subscriptions',
  'orders',
  'referrals',
  'subscriptionsFile',
  'ordersFile',
] as const;

export type CustomerQuestion = (typeof customerQuestions)[number];
