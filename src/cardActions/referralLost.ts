import { z } from 'zod/v4';
import { lostPatch } from '../referrals/decisionPatch';
import { cardAction } from './cardAction';
import { decideReferral } from './decideReferral';
import { textInput } from './inputs';
import { reasonText } from './reasonText';

/** Lost: Active becomes Closed/Lost with one of the eight reasons and a note. */
export const referralLost = cardAction({
  verb: 'referral.lost',
  needs: ['referrals'],
  right: 'decide',
  data: z.object({ referralId: z.string().min(1), lostReason: textInput(100), lostNote: textInput(1000) }),
  run(press, { referralId, lostReason, lostNote: note }, desk) {
    const reason = reasonText(lostReason);
    if (!reason) return Promise.resolve('Choose a reason, then press Lost again. Nothing was sent yet.');
    const typed = { lostReason, lostNote: note };
    const patch = () => lostPatch({ reason, note });
    return decideReferral(press, desk, { verb: 'lost', referralId, typed, patch });
  },
});
