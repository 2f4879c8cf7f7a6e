import { z } from 'zod/v4';
import { watchTestCard } from '../cards/watchTestCard';
import type { Desk } from '../commands/desk';
import { watchHere } from '../commands/watchToChange';
import { newsWords } from '../locales/newsWords';
import { watchWords as words } from '../locales/watchWords';
import type { Referral } from '../partnerCenter/referral';
import { isTheirs, ownOrganizationIn } from '../referrals/othersCopy';
import { referralFilters } from '../referrals/referralFilters';
import { conditionsOf, watchesReferrals, type WatchConditions } from '../referrals/watchConditions';
import { cardAction, type Press } from './cardAction';

/** With how many of the last referrals a watch is tested. */
const tested = 60;

/** What a watch would have let through of the last referrals, read with the presser's own token. */
export const watchTest = cardAction({
  verb: 'watch.test',
  needs: ['referrals'],
  data: z.object({ watchId: z.string().min(1), page: z.coerce.number().int().min(0).max(tested).default(0) }),
  async run(press, { watchId, page }, desk) {
    const watch = await watchHere(press, desk, watchId);
    if (!watch) return words.refused.ended;
    if (!watchesReferrals(watch)) return newsWords.refused.noForm;
    const referrals = await lastReferrals(press, desk, conditionsOf(watch));
    const { locale, timeZone } = press;
    const { clock, responseDays } = desk;
    return watchTestCard({ watch, referrals, page, now: clock.now(), responseDays, locale, timeZone });
  },
});

/** Of the directions that are watched; other organizations' copies of our deals are never posted. */
async function lastReferrals(
  { tokens }: Press,
  { partnerCenter, store }: Desk,
  { direction: watched }: WatchConditions,
): Promise<Referral[]> {
  const read = new Map<string, Referral>();
  const { incoming, outgoing } = referralFilters;
  const filter = { Incoming: incoming, Outgoing: outgoing, Both: undefined }[watched ?? 'Incoming'];
  const asked = watched === 'Outgoing' ? watched : 'Incoming';
  const query = { ...(filter ? { filter } : {}), orderby: 'createdDateTime desc' } as const;
  for await (const page of partnerCenter.listReferrals(tokens, query)) {
    const directed = page.map((referral) => ({ ...referral, direction: referral.direction ?? asked }));
    const own = await ownOrganizationIn(store, directed);
    // One that is changed while the list is read can come twice.
    for (const referral of directed.filter((one) => !isTheirs(one, own))) read.set(referral.id, referral);
    if (read.size >= tested) break;
  }
  return [...read.values()].slice(0, tested);
}
