import { z } from 'zod/v4';
import { declineReasons } from '../referrals/declineReasons';
import { declinePatch } from '../referrals/decisionPatch';
import { cardAction } from './cardAction';
import { decideReferral } from './decideReferral';
import { textInput } from './inputs';

const reasons: Readonly<Record<string, string>> = declineReasons;

/** Decline: New becomes Closed/Declined with one of the eight reasons and a note. */
export const referralDecline = cardAction({
  verb: 'referral.decline',
  data: z.object({ referralId: z.string().min(1), reason: textInput(100), declineNote: textInput(1000) }),
  run(press, { referralId, reason, declineNote: note }, desk) {
    const text = reason !== undefined && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
    if (!text) return Promise.resolve('Choose a reason, then press Decline again. Nothing was sent yet.');
    return decideReferral(press, desk, {
      verb: 'decline',
      referralId,
      target: { status: 'Closed', substatus: 'Declined' },
      patch: () => declinePatch({ reason: text, note }),
    });
  },
});
