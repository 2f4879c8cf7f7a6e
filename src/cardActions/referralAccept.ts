import { z } from 'zod/v4';
import { acceptPatch } from '../referrals/decisionPatch';
import { cardAction } from './cardAction';
import { decideReferral } from './decideReferral';
import { typedDeal } from './typedDeal';
import { currencyInput, dateInput, numberInput, textInput } from './inputs';

/** Accept: New becomes Active/Accepted, with a deal value, close date and note where they were filled in. */
export const referralAccept = cardAction({
  verb: 'referral.accept',
  needs: ['referrals'],
  right: 'decide',
  data: z.object({
    referralId: z.string().min(1),
    dealValue: numberInput,
    currency: currencyInput,
    closingDate: dateInput,
    acceptNote: textInput(4000),
  }),
  async run(press, { referralId, acceptNote, ...inputs }, desk) {
    const author = { name: press.person.name, at: desk.clock.now() };
    const deal = await typedDeal(desk, referralId, inputs);
    const acceptance = { ...deal, note: acceptNote };
    return decideReferral(press, desk, {
      verb: 'accept',
      referralId,
      typed: { ...deal, acceptNote },
      patch: (referral) => acceptPatch(referral, acceptance, author),
    });
  },
});
