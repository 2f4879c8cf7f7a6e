import { z } from 'zod/v4';
import { command } from './command';
import { newReferralAnswer } from './newReferralAnswer';
import { sayings } from './sayings';

/** `create referral`: the form for a new one. */
export const createReferralCommand = command({
  name: 'create referral',
  title: 'create referral',
  description: 'Creates a referral of your own, alone or shared with Microsoft.',
  example: 'create referral',
  ...sayings.createReferral,
  changesState: true,
  needs: [],
  right: 'decide',
  parameters: z.object({}),
  run: (turn, _parameters, desk) => newReferralAnswer(turn, desk),
});
