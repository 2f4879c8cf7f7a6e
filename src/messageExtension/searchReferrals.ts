import { referralCard } from '../cards/referralCard';
import { byUrgency, referralLine } from '../cards/referralLine';
import { customerName } from '../cards/referralTexts';
import { createFormats } from '../cards/text/formats';
import type { Desk } from '../commands/desk';
import { nearestNames } from '../commands/nearestNames';
import { withoutOthersCopies } from '../commands/referralsAnswer';
import type { Turn } from '../commands/turn';
import { searchWords } from '../locales/searchWords';
import type { Referral } from '../partnerCenter/referral';
import { fitsQuestion } from '../referrals/fitsQuestion';
import type { SearchCommand, SearchHit } from './searchCommand';

const { none, noneLike, ...texts } = searchWords.referrals;

/** Referrals by the customer's name, their own, or their id; all of them where nothing is typed. The most urgent come first. */
export const searchReferrals: SearchCommand = {
  id: 'searchReferrals',
  needs: ['referrals'],
  ...texts,
  async search(turn, { query, skip, count }, desk) {
    const all = await readAll(turn, desk);
    const found = query ? matching(all, query, turn, desk) : all.toSorted(byUrgency(desk.responseDays));
    if (found.length === 0) return query ? noneLike(query) : none;
    return Promise.all(found.slice(skip, skip + count).map((referral) => hitOf(referral, turn, desk)));
  },
};

/** Partner Center cannot search for names, and every letter typed asks again: what was read serves the person for a minute. */
async function readAll({ person, tokens }: Turn, desk: Desk): Promise<readonly Referral[]> {
  const { lists, partnerCenter } = desk;
  const asked = { personId: person.id, question: {}, anew: false };
  const { items } = await lists.referrals.read(asked, Infinity, () =>
    partnerCenter.listReferrals(tokens, { orderby: 'createdDateTime desc' }),
  );
  // One that is changed while the list is read can come twice.
  return withoutOthersCopies(desk, [...new Map(items.map((referral) => [referral.id, referral])).values()]);
}

/** Those whose names or id fit; where there are none, those whose customer's name differs by a slip. */
function matching(all: readonly Referral[], query: string, { timeZone }: Turn, { responseDays }: Desk): Referral[] {
  const fitting = all.filter(
    (referral) =>
      referral.id.toLowerCase() === query.toLowerCase() ||
      fitsQuestion(referral, { customer: query }, { responseDays, timeZone }),
  );
  return fitting.length > 0 ? fitting.toSorted(byUrgency(responseDays)) : nearestNames(query, all, customerName);
}

async function hitOf(referral: Referral, turn: Turn, desk: Desk): Promise<SearchHit> {
  const { locale, timeZone } = turn;
  const { responseDays, referralLink } = desk;
  const now = desk.clock.now();
  const { name, state, about } = referralLine(referral, { now, responseDays }, createFormats(locale, timeZone, now));
  const entry = await desk.store.ledger.find(referral.id);
  const card = referralCard({
    referral,
    decision: entry?.decision ?? null,
    notice: null,
    now,
    responseDays,
    referralLink,
    // Others will read it, so that the searcher's time zone is not theirs.
    locale,
    further: { related: [], back: undefined, backText: undefined },
  });
  return { title: name, subtitle: state, text: about, card };
}
