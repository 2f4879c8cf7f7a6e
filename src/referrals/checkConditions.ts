import type { Referral } from '../partnerCenter/referral';
import { codeKey } from './codeKey';
import { fitsQuestion } from './fitsQuestion';
import type { ReferralsQuestion } from './referralsQuestion';
import type { WatchConditions } from './watchConditions';

/** What one condition is about; the least and the greatest value are one, with their currency. */
export type ConditionName = Exclude<keyof WatchConditions, 'news' | 'min' | 'max' | 'currency'> | 'value';

/** Whether one condition holds, and why it does not. */
export interface ConditionCheck {
  condition: ConditionName;
  outcome: 'holds' | 'notStated' | 'otherCurrency' | 'differs';
}

type Check = (referral: Referral, conditions: WatchConditions) => ConditionCheck['outcome'] | undefined;

const checks: Readonly<Record<ConditionName, Check>> = {
  direction: checkDirection,
  kinds: (referral, { kinds }) => kinds && outcome(kinds.some((kind) => fits(referral, { kind }))),
  countries: ({ customerProfile }, { countries }) =>
    countries && oneOf([customerProfile?.address?.country], countries, (code) => code.trim().toUpperCase()),
  industries: ({ details }, { industries }) =>
    industries && oneOf(codesOf(details?.requirements?.industries), industries, codeKey),
  products: ({ details }, { products }) =>
    products && oneOf(codesOf(details?.requirements?.products), products, codeKey),
  solutions: ({ details }, { solutions }) =>
    solutions && oneOf(codesOf(details?.requirements?.solutions), solutions, codeKey),
  value: checkValue,
  customer: (referral, { customer }) => (customer === undefined ? undefined : outcome(fits(referral, { customer }))),
  teamMember: ({ team }, { teamMember }) =>
    teamMember === undefined
      ? undefined
      : oneOf(
          (team ?? []).map(({ email }) => email),
          [teamMember],
          (email) => email.trim().toLowerCase(),
        ),
  location: (referral, { location }) =>
    location === undefined ? undefined : oneOf(locationsOf(referral), [location], (id) => id.trim().toLowerCase()),
};

/** Compares a referral with each of the conditions. */
export function checkConditions(referral: Referral, conditions: WatchConditions): ConditionCheck[] {
  return (Object.keys(checks) as ConditionName[]).flatMap((condition) => {
    const found = checks[condition](referral, conditions);
    return found ? [{ condition, outcome: found }] : [];
  });
}

/** Whether a referral fulfils all of the conditions. */
export const fitsConditions = (referral: Referral, conditions: WatchConditions): boolean =>
  conditions.news === undefined && checkConditions(referral, conditions).every((check) => check.outcome === 'holds');

const outcome = (holds: boolean): ConditionCheck['outcome'] => (holds ? 'holds' : 'differs');

/** The same as in a list of referrals; nothing in these questions is about days. */
const fits = (referral: Referral, question: ReferralsQuestion): boolean =>
  fitsQuestion(referral, question, { responseDays: 0, timeZone: undefined });

function oneOf(
  stated: readonly (string | null | undefined)[],
  wanted: readonly string[],
  comparable: (text: string) => string,
): ConditionCheck['outcome'] {
  const has = stated.flatMap((text) => (text?.trim() ? [comparable(text)] : []));
  if (has.length === 0) return 'notStated';
  return outcome(wanted.some((one) => has.includes(comparable(one))));
}

function checkValue(
  referral: Referral,
  { min, max, currency }: WatchConditions,
): ConditionCheck['outcome'] | undefined {
  if (min === undefined && max === undefined && currency === undefined) return undefined;
  const { currency: own, dealValue } = referral.details ?? {};
  if (currency !== undefined && own?.trim() && own.trim().toUpperCase() !== currency) return 'otherCurrency';
  const isStated = own?.trim() && dealValue !== null && dealValue !== undefined && dealValue !== '';
  const question = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const holds = fits(referral, { ...question, ...(currency === undefined ? {} : { currency }) });
  return holds ? 'holds' : isStated ? 'differs' : 'notStated';
}

/** That what comes in comes in goes without saying. */
function checkDirection(
  referral: Referral,
  { direction: wanted }: WatchConditions,
): ConditionCheck['outcome'] | undefined {
  if (wanted === 'Both') return undefined;
  const isOutgoing = referral.direction === 'Outgoing';
  if (wanted === 'Outgoing') return outcome(isOutgoing);
  return isOutgoing ? 'differs' : undefined;
}

type Codes = readonly { id?: string | null | undefined; name?: string | null | undefined }[] | null | undefined;

const codesOf = (codes: Codes): (string | null | undefined)[] => (codes ?? []).flatMap(({ id, name }) => [id, name]);

/** The locations that a referral is meant for; `businessProfileId` is in no documentation and in what the service gives. */
function locationsOf({ target, ...referral }: Referral): string[] {
  const targets = (target ?? []).flatMap(({ type, id }) => (type === 'BusinessProfileLocation' && id ? [id] : []));
  const { businessProfileId: profile } = referral;
  return typeof profile === 'string' ? [...targets, profile] : targets;
}
