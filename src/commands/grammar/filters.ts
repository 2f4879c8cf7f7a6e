import { grammarNumbers } from '../../locales/grammarNumbers';
import { grammarValues } from '../../locales/grammarValues';
import { isoDay, todayIn } from './calendar';
import { currencyNamed } from './currencyNamed';
import { amountWords, readAmount } from './readAmount';
import { countryWords, readCountry } from './readCountry';
import { periodWords, readPeriod, type Period } from './readPeriod';
import { dateWords } from './dateVocabulary';
import type { Token } from './tokens';
import { phrasesOf, type Said, vocabularyOf } from './vocabulary';
import { digestFilters } from './digestFilters';
import { watchFilters, watchWords } from './watchFilters';

/** Parameters, as a command's schema takes them. */
export type Parameters = Readonly<Record<string, unknown>>;

/** What a text is read against. */
export interface ReadingContext {
  /** ms, UTC. */
  now: number;
  /** IANA; UTC where Teams did not say. */
  timeZone: string | undefined;
  /** BCP 47: whether 3/4 is in March or in April. */
  locale: string;
}

type Reader = (tokens: readonly Token[], at: number, context: ReadingContext) => Said<Parameters>[];

const valueOf = (key: string, values: Readonly<Record<string, readonly string[]>>) => {
  const vocabulary = vocabularyOf(values);
  const read: Reader = (tokens, at) =>
    vocabulary.at(tokens, at).map((said) => ({ ...said, value: { [key]: said.value } }));
  return { read, words: () => vocabulary.words() };
};

const outcomes = vocabularyOf(grammarValues.referralOutcome);
const engagementLead = phrasesOf(grammarValues.engagementLead);
const order = vocabularyOf(grammarValues.order);
const mine = vocabularyOf(grammarValues.mine);
const teamLead = phrasesOf(['', ...grammarValues.teamLead]);
const currencyLead = phrasesOf(grammarNumbers.currencyLead);
const ending = phrasesOf(grammarNumbers.ending);
const expiring = phrasesOf(grammarNumbers.expiring);
const soon = phrasesOf(['', ...grammarNumbers.soon]);

const dates = (now: number, timeZone: string | undefined, locale: string, lean: 'past' | 'future') => ({
  today: todayIn(timeZone, now),
  lean,
  monthFirst: locale === 'en-US',
});

const keyed = ({ from, to }: Period, fromKey: string, toKey: string): Parameters => ({
  ...(from === undefined ? {} : { [fromKey]: isoDay(from) }),
  ...(to === undefined ? {} : { [toKey]: isoDay(to) }),
});

/** A verb with a period after it, or without one: then the days from today on. */
const readEnd =
  (verb: typeof ending, fromKey: string, toKey: string, soonDays: number): Reader =>
  (tokens, at, { now, timeZone, locale }) => {
    const context = dates(now, timeZone, locale, 'future');
    return verb.at(tokens, at).flatMap((said) => {
      const next = at + said.length;
      const soonest = { from: context.today, to: context.today.plus({ days: soonDays }) };
      const periods = [
        ...readPeriod(tokens, next, context),
        ...soon.at(tokens, next).map((word) => ({ ...word, value: soonest })),
      ];
      return periods.map((period) => ({
        value: keyed(period.value, fromKey, toKey),
        length: said.length + period.length,
        slips: said.slips + period.slips,
      }));
    });
  };

const matching =
  (key: string, pattern: RegExp): Reader =>
  (tokens, at) => {
    const text = tokens[at]?.text ?? '';
    return pattern.test(text) ? [{ value: { [key]: text }, length: 1, slips: 0 }] : [];
  };

const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isCount = (token: Token | undefined): boolean => /^\d{1,3}$/.test(token?.text ?? '');
/** With the number beside it, which a list that shows everything does not need. */
const counted = ({ value, length, slips }: Said<string>): Said<Parameters> => ({
  value: value === 'top' ? {} : { order: value },
  length: length + 1,
  slips,
});

const status = valueOf('status', grammarValues.referralStatus);
const substatus = valueOf('substatus', grammarValues.referralSubstatus);
const qualification = valueOf('qualification', grammarValues.qualification);
const direction = valueOf('direction', grammarValues.direction);
const kind = valueOf('kind', grammarValues.kind);
const newest = valueOf('order', grammarValues.newest);
const paid = valueOf('paid', grammarValues.paid);
const subscriptionStatus = valueOf('status', grammarValues.subscriptionStatus);
const listFile = valueOf('file', grammarValues.listFile);
const invoiceFile = valueOf('file', grammarValues.invoiceFile);

/** What can be read out of a text, by the name that stands in a command's declaration. */
export const filters = {
  /** Subscriptions: `status`. */
  subscriptionStatus: subscriptionStatus.read,
  /** Subscriptions: `endsFrom`, `endsTo`; without a date the next 30 days. */
  ends: readEnd(ending, 'endsFrom', 'endsTo', 30),
  /** Referrals: `expiresFrom`, `expiresTo`; without a date the next 7 days. */
  expires: readEnd(expiring, 'expiresFrom', 'expiresTo', 7),
  /** `from`, `to`. */
  period: (tokens, at, { now, timeZone, locale }) =>
    readPeriod(tokens, at, dates(now, timeZone, locale, 'past'))
      .filter(({ length }) => length > 0)
      .map((said) => ({ ...said, value: keyed(said.value, 'from', 'to') })),
  /** `paid`. */
  paid: paid.read,
  /** `file`: a list as CSV. */
  listFile: listFile.read,
  /** `file`: an invoice as PDF, or its lines as CSV. */
  invoiceFile: invoiceFile.read,
  /** Referrals: `status`. */
  status: status.read,
  /** Referrals: `substatus` while it is open. */
  substatus: substatus.read,
  /** Referrals: `substatus` at the end; "unanswered" is Incoming and Pending. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals */
  outcome: (tokens, at) =>
    outcomes.at(tokens, at).map((said) => ({
      ...said,
      value: said.value === 'Unanswered' ? { direction: 'Incoming', substatus: 'Pending' } : { substatus: said.value },
    })),
  direction: direction.read,
  qualification: qualification.read,
  /** `order`: "latest", "latest 10", "10 newest". */
  order: (tokens, at, context) => [
    ...newest.read(tokens, at, context),
    ...order.at(tokens, at).flatMap((said) => (isCount(tokens[at + said.length]) ? [counted(said)] : [])),
    ...(isCount(tokens[at]) ? order.at(tokens, at + 1).map(counted) : []),
  ],
  /** `engagementId`. */
  engagement: (tokens, at, context) =>
    engagementLead.at(tokens, at).flatMap((said) =>
      matching('engagementId', guidPattern)(tokens, at + said.length, context).map((id) => ({
        ...id,
        length: said.length + 1,
        slips: said.slips,
      })),
    ),
  kind: kind.read,
  /** `country`. */
  country: (tokens, at) => readCountry(tokens, at).map((said) => ({ ...said, value: { country: said.value } })),
  /** `min`, `max`, `currency`. */
  amount: (tokens, at) => readAmount(tokens, at).map((said) => ({ ...said, value: { ...said.value } })),
  /** `currency` alone: "in EUR". */
  currency: (tokens, at) =>
    currencyLead.at(tokens, at).flatMap((said) => {
      const currency = currencyNamed(tokens[at + said.length]?.word);
      return currency ? [{ value: { currency }, length: said.length + 1, slips: said.slips }] : [];
    }),
  /** `mine: true`. */
  mine: (tokens, at) => mine.at(tokens, at).map((said) => ({ ...said, value: { mine: true } })),
  /** `teamMember`: an e-mail address. */
  teamMember: (tokens, at, context) =>
    teamLead
      .at(tokens, at)
      .flatMap((said) =>
        matching('teamMember', /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,5}$/)(
          tokens,
          at + said.length,
          context,
        ).map((email) => ({ value: email.value, length: said.length + 1, slips: said.slips })),
      ),
  /** `domain`. */
  domain: matching('domain', /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}$/u),
  /** `id` of an invoice: a letter and digits, at least four in all, with letters after them or not (`D020001IVK`), or five digits. */
  id: matching('id', /^(?:[A-Z]{1,3}-?\d{3,30}[A-Z]{0,8}|\d{5,30})$/i),
  /** `referral`: an id. */
  guid: matching('referral', guidPattern),
  ...watchFilters,
  ...digestFilters,
} satisfies Readonly<Record<string, Reader>>;

/** A part of a question that becomes one parameter or two. */
export type FilterName = keyof typeof filters;

/** Every single word that a filter knows, for the spelling. */
export const filterWords = (): string[] => [
  ...[status, substatus, direction, qualification, kind, paid, subscriptionStatus, listFile, invoiceFile].flatMap(
    (part) => part.words(),
  ),
  ...[outcomes, mine, teamLead, currencyLead, ending, expiring, soon].flatMap((part) => part.words()),
  ...dateWords(),
  ...periodWords(),
  ...amountWords(),
  ...countryWords(),
  ...watchWords(),
];
