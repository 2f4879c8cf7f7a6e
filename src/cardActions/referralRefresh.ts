import { z } from 'zod/v4';
import { referralMessage } from '../cards/referralMessage';
import { cardAction } from './cardAction';
import { readPressed } from './readPressed';
import { recordPress } from './recordPress';

/** Refresh: the card as Partner Center has the referral now, read with the presser's token. */
export const referralRefresh = cardAction({
  verb: 'referral.refresh',
  needs: ['referrals'],
  data: z.object({ referralId: z.string().min(1) }),
  async run(press, { referralId }, desk) {
    const referral = await readPressed(press, desk, referralId);
    const entry = await recordPress(press, desk, referral);
    return referralMessage(entry, press.conversation, desk.clock.now(), desk);
  },
});
