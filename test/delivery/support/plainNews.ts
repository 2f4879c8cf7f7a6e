import type { NewsDelivery } from '../../../src/delivery/deliverNews';

/** News that says its subject and its version. */
export const plainNews: NewsDelivery = {
  render: ({ subject, version }) => ({ card: { type: 'AdaptiveCard' }, summary: `${subject} ${version}` }),
  mayShow: () => Promise.resolve(true),
};
