import { z } from 'zod/v4';
import { referralFilters } from '../referrals/referralFilters';
import { recordReferral } from '../referrals/recordReferral';
import { cardAction } from './cardAction';

/** Posts the referrals that were open before the watch began, as far as the presser's own token reads them. */
export const watchBacklog = cardAction({
  verb: 'watch.backlog',
  data: z.object({}),
  async run(press, _data, desk) {
    const { conversation } = press;
    const now = desk.clock.now();
    let posted = 0;
    const query = { filter: referralFilters.unanswered, orderby: 'createdDateTime asc' } as const;
    for await (const page of desk.partnerCenter.listReferrals(press.tokens, query)) {
      for (const referral of page) {
        await recordReferral(desk.store, referral, { now });
        const cards = await desk.store.cards.ofReferral(referral.id);
        if (cards.some((card) => card.conversationId === conversation.id)) continue;
        const position = Date.parse(referral.createdDateTime ?? '') || now;
        await desk.store.outbox.owe([
          {
            kind: 'post',
            referralId: referral.id,
            conversationId: conversation.id,
            activityId: '',
            position,
            dueAt: now,
          },
        ]);
        posted++;
      }
    }
    desk.wakeDelivery();
    return posted
      ? `${posted} older referral${posted === 1 ? ' is' : 's are'} being posted here, the oldest first.`
      : 'Every open referral that you may see is here already.';
  },
});
