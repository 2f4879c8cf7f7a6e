import { referralListWords as words } from '../locales/referralListWords';
import type { Referral } from '../partnerCenter/referral';
import type { ReferralsQuestion } from '../referrals/referralsQuestion';
import { listCard, listPage } from './listCard';
import type { CardMessage } from './message';
import { newReferralButton } from './newReferralCard';
import { byCreation, byUrgency, referralLine } from './referralLine';
import { referralsHeading, referralsLimits } from './referralsTexts';
import { referralStage } from './referralStage';
import { createFormats } from './text/formats';

/** The referrals that somebody asked for, all of them, and which page is shown. */
export interface ReferralsCardView {
  question: ReferralsQuestion;
  referrals: readonly Referral[];
  /** How many Partner Center gave, of which these are the ones that fit. */
  lookedAt: number;
  /** How many copies of other organizations are left out. */
  copies?: number;
  /** Zero-based; beyond the end means the last. */
  page: number;
  /** ms, UTC. */
  now: number;
  /** `REFERRAL_RESPONSE_DAYS`. */
  responseDays: number;
  locale: string;
  timeZone?: string;
}

const pageSize = 8;
const longestWayBack = 200;

/** Referrals, what is most urgent first unless the newest are asked for, a page at a time. */
export function referralsCard(view: ReferralsCardView): CardMessage {
  const { question, referrals, lookedAt, page, copies = 0 } = view;
  const formats = createFormats(view.locale, view.timeZone, view.now);
  const isNewestFirst = question.order === 'newest';
  const sorted = referrals.toSorted(isNewestFirst ? byCreation : byUrgency(view.responseDays));
  const data = { list: 'referrals', ...question };
  const { shown, range, buttons } = listPage(sorted, { page, size: pageSize, data }, formats);
  const heading = referralsHeading(question);
  const found = count(referrals.length, lookedAt, formats.number);
  const isUrgent = !isNewestFirst && sorted[0] && referralStage(sorted[0]) === 'open';
  const order = isUrgent ? words.urgentFirst : words.newestFirst;
  const exact = referrals.length === 0 && question.teamMember ? words.exactAddress : '';
  const left = copies > 0 ? words.copies(copies, formats.number(copies)) : '';
  const about = [...referralsLimits(question, formats), found, referrals.length > 1 ? order : '', exact, left];
  const way = JSON.stringify({ ...question, page });
  // Each line carries it, so a long one would not leave the lines room enough on the card.
  const back = way.length <= longestWayBack ? way : undefined;
  const card = listCard({
    heading,
    about: about.filter(Boolean).join(' · '),
    rows: shown.map((referral) => ({
      ...referralLine(referral, view, formats),
      open: { title: words.open, verb: 'referral.show', data: { referralId: referral.id, back } },
    })),
    range,
    buttons: referrals.length > 0 ? buttons : [newReferralButton],
  });
  return { card, summary: `${heading}: ${found}` };
}

function count(fitting: number, lookedAt: number, number: (value: number) => string): string {
  if (lookedAt === 0) return words.none;
  const all = words.count(lookedAt, number(lookedAt));
  return lookedAt > fitting ? words.ofLookedAt(fitting > 0 ? number(fitting) : words.noneOf, all) : all;
}
