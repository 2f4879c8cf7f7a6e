import { z } from 'zod/v4';
import { updatePatch } from '../referrals/workPatch';
import { cardAction } from './cardAction';
import { decideReferral } from './decideReferral';
import { typedDeal } from './typedDeal';
import { currencyInput, dateInput, numberInput } from './inputs';

/** Changes the deal's value and close date, as long as the referral is not closed. */
export const referralUpdate = cardAction({
  verb: 'referral.update',
  needs: ['referrals'],
  right: 'decide',
  data: z.object({
    referralId: z.string().min(1),
    dealValue: numberInput,
    currency: currencyInput,
    closingDate: dateInput,
  }),
  async run(press, { referralId, ...inputs }, desk) {
    const deal = await typedDeal(desk, referralId, inputs);
    return decideReferral(press, desk, {
      verb: 'update',
      referralId,
      typed: deal,
      patch: (referral) => updatePatch(referral, deal),
      notice: `${press.person.name} changed the value or the close date.`,
    });
  },
});
