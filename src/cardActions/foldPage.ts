import { z } from 'zod/v4';
import { foldedCard } from '../cards/foldedCard';
import { foldedReferrals } from '../delivery/foldedReferrals';
import { foldWords } from '../locales/foldWords';
import { cardAction } from './cardAction';
import { foldedHere } from './foldedHere';

/** The part of a list card that begins with some referral. */
export const foldPage = cardAction({
  verb: 'fold.page',
  needs: [],
  data: z.object({ from: z.string().min(1) }),
  async run(press, { from }, desk) {
    const { store, clock, responseDays } = desk;
    const now = clock.now();
    const list = await store.transaction((tx) => foldedHere(tx, press, from, now));
    if (!list) return foldWords.pressed.unknown;
    const { conversation } = press;
    const ids = list.map(({ referralId }) => referralId);
    const referrals = await foldedReferrals(store, conversation.id, ids);
    return foldedCard({ referrals, from, now, responseDays }, conversation);
  },
});
