import { listWords } from '../locales/listWords';
import { watchWords } from '../locales/watchWords';
import type { Referral } from '../partnerCenter/referral';
import { checkConditions, fitsConditions } from '../referrals/checkConditions';
import { conditionsOf } from '../referrals/watchConditions';
import type { Watch } from '../storage/store';
import { listCard } from './listCard';
import type { CardMessage } from './message';
import { referralLine } from './referralLine';
import { createFormats, type Formats } from './text/formats';
import { showWatchButton } from './watchButtons';
import { conditionsLine, whyNot } from './watchTexts';

/** What a watch would have let through. */
export interface WatchTestCardView {
  watch: Watch;
  /** The newest first. */
  referrals: readonly Referral[];
  /** Zero-based; beyond the end means the last. */
  page: number;
  /** ms, UTC */
  now: number;
  /** `REFERRAL_RESPONSE_DAYS` */
  responseDays: number;
  locale: string;
  timeZone: string | undefined;
}

const words = watchWords.test;
const pageSize = 10;

/** How many of the last referrals a watch would have let through, and for each of the others why not. */
export function watchTestCard(view: WatchTestCardView): CardMessage {
  const { watch, referrals, now, locale, timeZone } = view;
  const formats = createFormats(locale, timeZone, now);
  const conditions = conditionsOf(watch);
  const fitting = referrals.filter((referral) => fitsConditions(referral, conditions)).length;
  const last = Math.max(0, Math.ceil(referrals.length / pageSize) - 1);
  const page = Math.min(view.page, last);
  const { number } = formats;
  const first = page * pageSize + 1;
  const shown = referrals.slice(page * pageSize, (page + 1) * pageSize);
  const heading = words.heading(number(fitting), number(referrals.length));
  const to = (title: string, target: number) => ({
    title,
    verb: 'watch.test',
    data: { watchId: watch.id, page: target },
  });
  const card = listCard({
    heading,
    about: [conditionsLine(conditions, formats), referrals.length > 0 ? words.about : words.none].join(' · '),
    rows: shown.map((referral) => rowOf(referral, view, formats)),
    range: last > 0 ? listWords.range(number(first), number(first + shown.length - 1), number(referrals.length)) : '',
    buttons: [
      ...(page > 0 ? [to(listWords.previous, page - 1)] : []),
      ...(page < last ? [to(listWords.next, page + 1)] : []),
      { ...showWatchButton(watch.id), title: words.again },
    ],
  });
  return { card, summary: heading };
}

function rowOf(referral: Referral, view: WatchTestCardView, formats: Formats) {
  const line = referralLine(referral, view, formats);
  const reasons = checkConditions(referral, conditionsOf(view.watch))
    .map((check) => whyNot(check, referral, formats))
    .filter(Boolean);
  return reasons.length === 0
    ? { ...line, state: words.fits, colour: 'default' as const }
    : { ...line, state: words.fitsNot, colour: 'default' as const, about: reasons.join(' · ') };
}
