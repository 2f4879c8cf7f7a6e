import { z } from 'zod/v4';
import { declinePatch } from '../referrals/decisionPatch';
import { cardAction } from './cardAction';
import { decideReferral } from './decideReferral';
import { textInput } from './inputs';
import { reasonText } from './reasonText';

/** Decline: New becomes Closed/Declined with one of the eight reasons and a note. */
export const referralDecline = cardAction({
  verb: 'referral.decline',
  needs: ['referrals'],
  right: 'decide',
  data: z.object({ referralId: z.string().min(1), reason: textInput(100), declineNote: textInput(1000) }),
  run(press, { referralId, reason: chosen, declineNote: note }, desk) {
    const reason = reasonText(chosen);
    if (!reason) return Promise.resolve('Choose a reason, then press Decline again. Nothing was sent yet.');
    const typed = { reason: chosen, declineNote: note };
    const patch = () => declinePatch({ reason, note });
    return decideReferral(press, desk, { verb: 'decline', referralId, typed, patch });
  },
});
