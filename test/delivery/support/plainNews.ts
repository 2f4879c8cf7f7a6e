import type { NewsDelivery } from '../../../src/delivery/deliverNews';

/** News that says its subject and what is paid of it. */
export const plainNews: NewsDelivery = {
  render: ({ subject, version, truth }) => ({
    card: { type: 'AdaptiveCard', subject, paid: 'invoice' in truth ? truth.invoice.paidAmount : undefined },
    summary: `${subject} ${version}`,
  }),
  mayShow: () => Promise.resolve(true),
};
