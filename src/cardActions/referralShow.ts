import { z } from 'zod/v4';
import { referralAnswer } from '../commands/referralAnswer';
import { cardAction } from './cardAction';

/** A referral in place of the list that it was chosen from. */
export const referralShow = cardAction({
  verb: 'referral.show',
  needs: ['referrals'],
  data: z.object({
    referralId: z.string().min(1),
    back: z.string().max(2000).optional(),
    fieldsFrom: z.coerce.number().int().min(0).max(1_000_000).optional(),
  }),
  run: (press, { referralId, ...view }, desk) => referralAnswer(press, desk, referralId, view),
});
