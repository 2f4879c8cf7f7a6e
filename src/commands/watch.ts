import { z } from 'zod/v4';
import { command } from './command';
import { startWatch } from './startWatch';
import { sayings } from './sayings';
import { readTypedConditions, typedConditionsShape } from './typedConditions';

/** `watch`: every new incoming referral that fits becomes a card in this conversation. */
export const watchCommand = command({
  name: 'watch',
  title: 'watch',
  description: 'Posts a card here for every new referral, or for those that you name.',
  example: 'watch co-sell over 50k USD',
  ...sayings.watch,
  changesState: true,
  needs: ['referrals'],
  parameters: z.object(typedConditionsShape),
  async run(turn, typed, desk) {
    const conditions = await readTypedConditions(turn, typed);
    return typeof conditions === 'string' ? conditions : startWatch(turn, desk, conditions);
  },
});
