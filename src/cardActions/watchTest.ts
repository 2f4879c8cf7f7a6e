import { z } from 'zod/v4';
import { watchTestCard } from '../cards/watchTestCard';
import type { Desk } from '../commands/desk';
import { watchHere } from '../commands/watchToChange';
import { newsWords } from '../locales/newsWords';
import { watchWords as words } from '../locales/watchWords';
import type { Referral } from '../partnerCenter/referral';
import { referralFilters } from '../referrals/referralFilters';
import { watchesReferrals } from '../referrals/watchConditions';
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
    const referrals = await lastReferrals(press, desk);
    const { locale, timeZone } = press;
    const { clock, responseDays } = desk;
    return watchTestCard({ watch, referrals, page, now: clock.now(), responseDays, locale, timeZone });
  },
});

async function lastReferrals({ tokens }: Press, { partnerCenter }: Desk): Promise<Referral[]> {
  const read = new Map<string, Referral>();
  const query = { filter: referralFilters.incoming, orderby: 'createdDateTime desc' } as const;
  for await (const page of partnerCenter.listReferrals(tokens, query)) {
    // One that is changed while the list is read can come twice.
    for (const referral of page) read.set(referral.id, { ...referral, direction: referral.direction ?? 'Incoming' });
    if (read.size >= tested) break;
  }
  return [...read.values()].slice(0, tested);
}
