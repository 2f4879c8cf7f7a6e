import { z } from 'zod/v4';
import { wonPatch } from '../referrals/decisionPatch';
import { cardAction } from './cardAction';
import { decideReferral } from './decideReferral';

/** Won: Active becomes Closed/Won. */
export const referralWon = cardAction({
  verb: 'referral.won',
  needs: ['referrals'],
  right: 'decide',
  data: z.object({ referralId: z.string().min(1) }),
  run: (press, { referralId }, desk) => decideReferral(press, desk, { verb: 'won', referralId, patch: wonPatch }),
});
