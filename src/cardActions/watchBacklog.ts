import { z } from 'zod/v4';
import type { Desk } from '../commands/desk';
import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { recordReferral } from '../referrals/recordReferral';
import { referralFilters } from '../referrals/referralFilters';
import type { Owed } from '../storage/owed';
import { cardAction } from './cardAction';

/** Posts the referrals that were open before the watch began, as far as the presser's own token reads them. */
export const watchBacklog = cardAction({
  verb: 'watch.backlog',
  needs: ['referrals'],
  data: z.object({}),
  async run(press, _data, desk) {
    const conversationId = press.conversation.id;
    const unwatched = 'Nothing is being watched here. Type **watch** to start; then the older referrals can be posted.';
    if (!(await desk.store.watches.activeIn(conversationId))) return unwatched;
    let posted = 0;
    const query = { filter: referralFilters.unanswered, orderby: 'createdDateTime asc' } as const;
    for await (const page of desk.partnerCenter.listReferrals(press.tokens, query)) {
      posted += await oweUnshown(desk, page, conversationId);
    }
    desk.wakeDelivery();
    return posted
      ? `${posted} older referral${posted === 1 ? ' is' : 's are'} being posted here, the oldest first.`
      : 'Every open referral that you may see is here already, or on its way.';
  },
});

/** Owes a post for each that the conversation has no card of, and gives how many this press has added. */
function oweUnshown({ store, clock }: Desk, page: readonly Referral[], conversationId: string): Promise<number> {
  const now = clock.now();
  const posts = page.map((referral): Owed => ({
    kind: 'post',
    referralId: referral.id,
    conversationId,
    activityId: '',
    position: serviceTimeMs(referral.createdDateTime) ?? now,
    dueAt: now,
  }));
  return store.transaction(async (tx) => {
    // Before they are taken in, which may owe some of them by itself.
    const owed = await tx.outbox.oweAsked(posts);
    for (const referral of page) await recordReferral(tx, referral, { now });
    return owed;
  });
}
