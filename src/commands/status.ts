import { z } from 'zod/v4';
import { statusCard } from '../cards/statusCard';
import { command } from './command';
import { sayings } from './sayings';

/** `status`: what works, what is wrong, and what to do about it. */
export const statusCommand = command({
  name: 'status',
  title: 'status',
  description: 'Shows whether new referrals are seen and posted, and what to do if not.',
  example: 'status',
  ...sayings.status,
  changesState: false,
  needs: [],
  parameters: z.object({}),
  async run({ conversation, locale, timeZone }, _parameters, desk) {
    const { store, clock, watching } = desk;
    return statusCard({
      state: await watching.state(),
      looks: await watching.looks(),
      webhooks: await watching.webhooks(),
      outbox: await store.outbox.depth(),
      watch: await store.watches.activeIn(conversation.id),
      now: clock.now(),
      locale,
      timeZone,
    });
  },
});
