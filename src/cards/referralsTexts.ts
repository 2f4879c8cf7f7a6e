import { referralListWords as words } from '../locales/referralListWords';
import { dateAsked, type ReferralsQuestion } from '../referrals/referralsQuestion';
import { countryName } from './referralTexts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';
import { isolateText } from './text/rightToLeft';

/** What is listed: "Active outgoing co-sell opportunities". Plain text. */
export function referralsHeading({ status, substatus, direction, qualification, kind }: ReferralsQuestion): string {
  const said = [substatus ?? status, direction, qualification]
    .filter(Boolean)
    .map((code) => cutText(readableCode(code), 40).toLowerCase());
  const text = [...said, words.things[kind ?? 'any']].join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What else was asked for, in words. Plain text. */
export function referralsLimits(question: ReferralsQuestion, formats: Formats): string[] {
  const { customer, country, teamMember, engagementId, expiresFrom, expiresTo, from, to } = question;
  const expires = period(expiresFrom, expiresTo, formats);
  const dates = period(from, to, formats);
  return [
    customer ? words.customer(quoted(customer, 40)) : '',
    countryName(country),
    amount(question, formats),
    teamMember ? words.teamMember(quoted(teamMember, 60)) : '',
    engagementId ? words.engagement : '',
    expires ? words.expires(expires) : '',
    dates ? words.dates[dateAsked(question)](dates) : '',
  ].filter(Boolean);
}

const quoted = (text: string, limit: number): string => isolateText(cutText(oneLine(text), limit));

function amount({ min, max, currency }: ReferralsQuestion, { money, number }: Formats): string {
  const text = (value: number) => (currency ? money(value, currency) : number(value));
  if (min !== undefined && max !== undefined) return words.between(text(min), text(max));
  if (min !== undefined) return words.from(text(min));
  if (max !== undefined) return words.upTo(text(max));
  return currency ? words.currency(currency) : '';
}

function period(from: string | undefined, to: string | undefined, { calendarDay }: Formats): string {
  const day = (date: string) => calendarDay(Date.parse(date));
  if (from && to) return words.period(day(from), day(to));
  if (from) return words.since(day(from));
  return to ? words.until(day(to)) : '';
}
