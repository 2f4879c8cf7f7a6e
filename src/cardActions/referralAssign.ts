import { z } from 'zod/v4';
import { assignPatch } from '../referrals/workPatch';
import { cardAction } from './cardAction';
import { decideReferral } from './decideReferral';
import { emailInput, textInput } from './inputs';

/** Puts one more colleague on the referral's team. */
export const referralAssign = cardAction({
  verb: 'referral.assign',
  needs: ['referrals'],
  right: 'decide',
  data: z.object({
    referralId: z.string().min(1),
    email: emailInput,
    firstName: textInput(100),
    lastName: textInput(100),
  }),
  run(press, { referralId, email, firstName, lastName }, desk) {
    if (!email) {
      return Promise.resolve(
        'Write the colleague’s e-mail address, then press the button again. Nothing was sent yet.',
      );
    }
    const teammate = { email, ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) };
    return decideReferral(press, desk, {
      verb: 'assign',
      referralId,
      typed: { email, firstName, lastName },
      patch: (referral) => assignPatch(referral, teammate),
      notice: `${press.person.name} added ${email} to the team.`,
    });
  },
});
