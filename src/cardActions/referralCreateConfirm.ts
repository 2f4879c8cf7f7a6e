import { z } from 'zod/v4';
import { cardAction } from './cardAction';
import { createFromDraft } from './createFromDraft';

/** The maker of a draft has seen what will be sent and to whom, and wants it: only this creates. */
export const referralCreateConfirm = cardAction({
  verb: 'referral.create.confirm',
  right: 'decide',
  needs: ['referrals'],
  data: z.object({ draftId: z.string().min(1) }),
  run: (press, { draftId }, desk) => createFromDraft(press, desk, draftId),
});
