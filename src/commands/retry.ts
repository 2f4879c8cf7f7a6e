import { z } from 'zod/v4';
import { deliveryWords } from '../locales/deliveryWords';
import { command } from './command';
import { sayings } from './sayings';

/** `retry`: sends once more what was given up, everywhere for an administrator, else where the person's own watches are. */
export const retryCommand = command({
  name: 'retry',
  title: 'retry',
  description:
    'Sends once more what Teams refused and was given up: where you watch, or everywhere for administrators.',
  example: 'retry',
  ...sayings.retry,
  changesState: true,
  needs: [],
  parameters: z.object({}),
  async run(turn, _parameters, desk) {
    const { person, locale, log } = turn;
    const { store, clock } = desk;
    const administers = await turn.may('administer');
    const watches = (await store.watches.active()).filter(({ ownerId }) => ownerId === person.id);
    const own = [...new Set(watches.map(({ conversationId }) => conversationId))];
    const revived = await store.outbox.revive(clock.now(), administers ? undefined : own);
    log.info({ revived, everywhere: administers }, 'retry');
    if (revived > 0) desk.wakeDelivery();
    const { some, none, notYours } = deliveryWords.retried;
    if (revived > 0) return some(new Intl.NumberFormat(locale).format(revived));
    return administers || (await store.outbox.givenUp(0, 1)).length === 0 ? none : notYours;
  },
});
