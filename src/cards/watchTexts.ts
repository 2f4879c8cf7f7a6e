import { referralWords } from '../locales/referralWords';
import { watchWords as words } from '../locales/watchWords';
import type { Referral } from '../partnerCenter/referral';
import type { ConditionCheck, ConditionName } from '../referrals/checkConditions';
import { referralKind } from '../referrals/referralKind';
import type { WatchConditions } from '../referrals/watchConditions';
import { referralsLimits } from './referralsTexts';
import { countryName, dealAmount } from './referralTexts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** What has to hold, condition by condition: "co-sell", "United States or Canada", "50,000 USD or more". Plain text; [] for none. */
export function conditionTexts(conditions: WatchConditions, formats: Formats): string[] {
  const { kinds = [], countries = [], industries = [], products = [], solutions = [], location } = conditions;
  const { direction, min, max, currency, customer, teamMember, news } = conditions;
  const limits = (question: Parameters<typeof referralsLimits>[0]) => referralsLimits(question, formats);
  const value = limits({ ...stated({ min, max, currency }) });
  return [
    direction ? words.directions[direction] : '',
    news ? words.news[news] : '',
    either(kinds.map((kind) => words.kinds[kind])),
    either(countries.map(countryName)),
    either(industries),
    either(products.map(codeText)),
    either(solutions.map(codeText)),
    ...value,
    ...limits(stated({ customer, teamMember })),
    location ? words.location(cutText(oneLine(location), 64)) : '',
  ].filter(Boolean);
}

/** The same on one line; what comes without conditions is said too. Plain text. */
export function conditionsLine(conditions: WatchConditions, formats: Formats): string {
  const line = conditionTexts(conditions, formats).join(' · ') || words.everything;
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** What a currency, or none, means for a deal value that is compared. */
export function currencyText({ min, max, currency }: WatchConditions): string {
  if (currency) return words.onlyCurrency(currency);
  return min === undefined && max === undefined ? '' : words.ownCurrency;
}

/** Why a condition does not hold, with what the referral has in its place. Plain text. */
export function whyNot({ condition, outcome }: ConditionCheck, referral: Referral, formats: Formats): string {
  const { why } = words.test;
  const name = words.conditions[condition];
  if (outcome === 'notStated') return why.notStated(name);
  if (outcome === 'otherCurrency') return why.otherCurrency(name, cutText(oneLine(referral.details?.currency), 10));
  return outcome === 'holds' ? '' : why.differs(name, hasOf(condition, referral, formats));
}

function hasOf(condition: ConditionName, referral: Referral, formats: Formats): string {
  const { customerProfile, details } = referral;
  const { industries, products, solutions } = details?.requirements ?? {};
  const coded = (codes: typeof industries) =>
    formats.list((codes ?? []).slice(0, 3).map(({ id, name }) => cutText(oneLine(name) || codeText(oneLine(id)), 40)));
  const has: Partial<Record<ConditionName, string>> = {
    direction: cutText(readableCode(referral.direction), 20),
    kinds: referralWords.kinds[referralKind(referral)],
    countries: cutText(countryName(customerProfile?.address?.country), 40),
    industries: coded(industries),
    products: coded(products),
    solutions: coded(solutions),
    value: formats.money(dealAmount(referral) ?? 0, cutText(oneLine(details?.currency), 10)),
  };
  return has[condition] ?? '';
}

/** A code with a blank in it is in words already. */
const codeText = (code: string): string => (/\s/.test(code) ? code : readableCode(code));

const either = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${words.or} ${texts.at(-1)}`;

/** Without what is undefined. */
function stated<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
