import { z } from 'zod/v4';
import type { Desk } from '../commands/desk';
import { openReferrals, type OpenReferrals } from '../commands/openReferrals';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { recordReferral } from '../referrals/recordReferral';
import { conditionsOf, watchesReferrals } from '../referrals/watchConditions';
import type { Owed } from '../storage/owed';
import { cardAction } from './cardAction';

/** Posts the referrals that fit a watch and were open before it began, as far as the presser's own token reads them. */
export const watchBacklog = cardAction({
  verb: 'watch.backlog',
  needs: ['referrals'],
  data: z.object({ watchId: z.string().min(1).optional() }),
  async run(press, { watchId }, desk) {
    const conversationId = press.conversation.id;
    const unwatched = 'Nothing is being watched here. Type **watch** to start; then the older referrals can be posted.';
    const running = (await desk.store.watches.allIn(conversationId)).filter(watchesReferrals);
    // Older cards named no watch.
    const asked = running.filter(({ id }) => watchId === undefined || id === watchId);
    if (asked.length === 0) return unwatched;
    let posted = 0;
    for await (const page of openReferrals(press, desk, asked.map(conditionsOf))) {
      posted += await oweUnshown(desk, page, conversationId);
    }
    desk.wakeDelivery();
    return posted
      ? `${posted} older referral${posted === 1 ? ' is' : 's are'} being posted here, the oldest first.`
      : 'Every open referral that you may see is here already, or on its way.';
  },
});

/** Owes a post for each that the conversation has no card of, and gives how many this press has added. */
function oweUnshown(
  { store, clock }: Desk,
  { referrals, copies }: OpenReferrals,
  conversationId: string,
): Promise<number> {
  const now = clock.now();
  const posts = referrals.map((referral): Owed => ({
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
    for (const referral of [...copies, ...referrals]) await recordReferral(tx, referral, { now });
    return owed;
  });
}
