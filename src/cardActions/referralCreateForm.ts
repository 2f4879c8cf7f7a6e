import { z } from 'zod/v4';
import { newReferralCard } from '../cards/newReferralCard';
import { newReferralAnswer } from '../commands/newReferralAnswer';
import { confirmReferralWords } from '../locales/confirmReferralWords';
import { cardAction } from './cardAction';

/** The form for a new referral: an empty one, or that of a draft with what was typed. */
export const referralCreateForm = cardAction({
  verb: 'referral.create.form',
  right: 'decide',
  needs: [],
  data: z.object({ draftId: z.string().min(1).optional() }),
  async run(press, { draftId }, desk) {
    if (!draftId) return newReferralAnswer(press, desk);
    const { refused } = confirmReferralWords;
    const draft = await desk.store.drafts.find(draftId);
    if (!draft) return refused.unknown;
    if (draft.makerId !== press.person.id) return refused.notYours(draft.makerName);
    if (draft.step !== 'asked' && draft.step !== 'replaced') return refused.begun;
    return newReferralCard({ typed: draft.typed, draftId });
  },
});
