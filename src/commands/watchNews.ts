import { z } from 'zod/v4';
import { command } from './command';
import { sayings } from './sayings';
import { startNewsWatch } from './startNewsWatch';

/** `watch subscriptions` and `watch invoices`: changed subscriptions, or invoices that are ready, become cards in this conversation. */
export const watchNewsCommand = command({
  name: 'watch news',
  title: 'watch subscriptions',
  description:
    'Posts a card here when a subscription has changed; watch subscriptions for contoso: only that customer’s; watch invoices: when an invoice is ready.',
  example: 'watch subscriptions',
  ...sayings.watchNews,
  changesState: true,
  needs: ['partner-center'],
  parameters: z.object({
    news: z.enum(['subscriptions', 'invoices']),
    customer: z.string().trim().min(1).max(120).optional(),
  }),
  run: (turn, wanted, desk) => startNewsWatch(turn, desk, wanted),
});
