import { z } from 'zod/v4';
import { customerName } from '../cards/referralTexts';
import { markdownText } from '../cards/text/markdownText';
import { foldWords } from '../locales/foldWords';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { cardAction } from './cardAction';
import { foldedHere } from './foldedHere';

const words = foldWords.pressed;

/** Brings the card of a referral that a list card shows: owed like any other, once however often it is pressed. */
export const foldShow = cardAction({
  verb: 'fold.show',
  needs: [],
  data: z.object({ referralId: z.string().min(1) }),
  async run(press, { referralId }, desk) {
    const { store, clock } = desk;
    const conversationId = press.conversation.id;
    const now = clock.now();
    const answer = await store.transaction(async (tx) => {
      const list = await foldedHere(tx, press, referralId, now);
      const entry = await tx.ledger.find(referralId);
      if (!entry || !list?.some((shown) => shown.referralId === referralId)) return words.unknown;
      const position = serviceTimeMs(entry.referral.createdDateTime) ?? now;
      await tx.outbox.oweUnfolded([{ kind: 'post', referralId, conversationId, activityId: '', position, dueAt: now }]);
      const isHere = (await tx.cards.shownIn(conversationId, [referralId])).has(referralId);
      const name = `**${markdownText(customerName(entry.referral), 100)}**`;
      return isHere ? words.here(name) : words.coming(name);
    });
    press.log.info({ referral: referralId }, 'the card of a folded referral was asked for');
    desk.wakeDelivery();
    return answer;
  },
});
