import { z } from 'zod/v4';
import { command } from './command';
import { referralAnswer } from './referralAnswer';
import { readReferrals, referralsListAnswer } from './referralsAnswer';
import { sayings } from './sayings';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `referral <id or name>`: one referral, its engagement, and what can be done with it. */
export const referralCommand = command({
  name: 'referral',
  title: 'referral <id or name>',
  description: 'Shows one referral, what belongs to it, and what you can do with it.',
  example: 'referral fabrikam',
  ...sayings.referral,
  changesState: false,
  needs: ['referrals'],
  parameters: z.object({ referral: z.string().trim().max(120).optional() }),
  async run(turn, { referral: asked }, desk) {
    if (!asked) return 'Which referral? Type its customer’s name or its id, for example **referral fabrikam**.';
    if (guid.test(asked)) return referralAnswer(turn, desk, asked);
    const question = { customer: asked };
    const list = await readReferrals(turn, desk, question);
    const [first, ...others] = list.referrals;
    if (first && others.length === 0) return referralAnswer(turn, desk, first.id);
    return referralsListAnswer(turn, desk, question, list, 0);
  },
});
