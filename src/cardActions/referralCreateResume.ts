import { z } from 'zod/v4';
import { confirmReferralWords } from '../locales/confirmReferralWords';
import { cardAction } from './cardAction';
import { createFromDraft } from './createFromDraft';

/** Finishes what was confirmed and came to a halt. What was never confirmed is not begun by this. */
export const referralCreateResume = cardAction({
  verb: 'referral.create.resume',
  right: 'decide',
  needs: ['referrals'],
  data: z.object({ draftId: z.string().min(1) }),
  async run(press, { draftId }, desk) {
    const draft = await desk.store.drafts.find(draftId);
    const isAsked = draft?.step === 'asked' || draft?.step === 'replaced';
    return isAsked && draft.makerId === press.person.id
      ? confirmReferralWords.refused.notBegun
      : createFromDraft(press, desk, draftId);
  },
});
