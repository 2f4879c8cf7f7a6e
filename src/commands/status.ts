import { z } from 'zod/v4';
import { givenUpShown } from '../cards/deliveryProblems';
import { statusCard } from '../cards/statusCard';
import { command } from './command';
import { allNewsNeeds, unreadableNow } from './newsNeeds';
import { sayings } from './sayings';

/** For how long it speaks of what was given up and of watches that ended with their conversations, in ms. */
const spokenOfMs = 14 * 86_400_000;

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
  async run({ person, conversation, locale, timeZone }, _parameters, desk) {
    const { store, clock, watching } = desk;
    const since = clock.now() - spokenOfMs;
    const watches = await store.watches.allIn(conversation.id);
    return statusCard({
      state: await watching.state(),
      looks: await watching.looks(),
      webhooks: await watching.webhooks(),
      outbox: await store.outbox.depth(),
      pauses: await store.sends.pausedAt(clock.now()),
      givenUp: await store.outbox.givenUp(since, givenUpShown + 1),
      // Where others read, nobody is told in which other channels they watch.
      lost: conversation.kind === 'personal' ? await store.watches.lost(person.id, since) : [],
      watches,
      folds: (await store.folding.find(conversation.id)) !== undefined,
      news: { needs: await allNewsNeeds(watches, desk), unreadable: await unreadableNow(desk) },
      now: clock.now(),
      locale,
      timeZone,
    });
  },
});
