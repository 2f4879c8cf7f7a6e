import { grammarDigest } from '../../locales/grammarDigest';
import { grammarFold } from '../../locales/grammarFold';
import { grammarNumbers as numbers } from '../../locales/grammarNumbers';
import { grammarValues as values } from '../../locales/grammarValues';
import { grammarWatch } from '../../locales/grammarWatch';
import { solutionSaid } from '../grammar/watchFilters';
import type { FilterName } from '../grammar/filters';
import type { Sayable } from '../grammar/saying';

/** Parameters as a language model gives them; placeholders stand for what it does not see. */
export type Given = Readonly<Record<string, string | number | boolean>>;

interface Words {
  words: string;
  /** The parameters that the words give. */
  keys: readonly string[];
  /** They stand before the phrase: "unpaid invoices". */
  isBefore?: boolean;
}

type Say = (given: Given) => Words | undefined;

const worded =
  (key: string, phrases: Readonly<Record<string, readonly string[]>>): Say =>
  (given) => {
    const words = phrases[String(given[key])]?.[0];
    return words === undefined ? undefined : { words, keys: [key], isBefore: true };
  };

const period =
  (fromKey: string, toKey: string, verb = ''): Say =>
  ({ [fromKey]: from, [toKey]: to }) => {
    const [since, until] = [numbers.since[0], numbers.until[0]];
    const said =
      from === undefined
        ? `${until} ${to}`
        : to === undefined
          ? `${since} ${from}`
          : from === to
            ? `${numbers.during[1]} ${from}`
            : `${numbers.between[0]} ${from} ${numbers.betweenJoin[0]} ${to}`;
    const keys = [...(from === undefined ? [] : [fromKey]), ...(to === undefined ? [] : [toKey])];
    return keys.length > 0 ? { words: `${verb} ${said}`.trim(), keys } : undefined;
  };

const amount: Say = ({ min, max, currency }) => {
  const unit = currency === undefined ? '' : ` ${currency}`;
  const keys = Object.entries({ min, max, currency }).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  if (min !== undefined && max !== undefined)
    return { words: `${numbers.between[0]} ${min} ${numbers.betweenJoin[0]} ${max}${unit}`, keys };
  if (min !== undefined) return { words: `${numbers.atLeast[0]} ${min}${unit}`, keys };
  return max === undefined ? undefined : { words: `${numbers.atMost[0]} ${max}${unit}`, keys };
};

const led =
  (key: string, lead: string): Say =>
  ({ [key]: value }) =>
    value === undefined ? undefined : { words: `${lead} ${value}`, keys: [key] };

/** The words for each value of a list. */
const listed =
  (key: string, lead: string, wordOf: (value: string) => string | undefined): Say =>
  ({ [key]: value }) => {
    const words = value === undefined ? [] : String(value).split(',').map(wordOf);
    const join = ` ${grammarWatch.listJoin} `;
    return words.length > 0 && !words.includes(undefined)
      ? { words: `${lead} ${words.join(join)}`.trim(), keys: [key] }
      : undefined;
  };

const firstOf =
  (phrases: Readonly<Record<string, readonly string[]>>) =>
  (value: string): string | undefined =>
    phrases[value]?.[0];

/** How each filter is said, in the order in which they are. What is not here is said in a phrase or not at all. */
const sayings: Readonly<Partial<Record<FilterName, Say>>> = {
  listFile: worded('file', values.listFile),
  invoiceFile: worded('file', values.invoiceFile),
  order: worded('order', values.newest),
  mine: (given) =>
    given['mine'] === true ? { words: values.mine.true[0], keys: ['mine'], isBefore: true } : undefined,
  status: worded('status', values.referralStatus),
  subscriptionStatus: worded('status', values.subscriptionStatus),
  substatus: worded('substatus', values.referralSubstatus),
  outcome: worded('substatus', values.referralOutcome),
  direction: worded('direction', values.direction),
  directions: worded('direction', grammarWatch.directions),
  qualification: worded('qualification', values.qualification),
  engagement: led('engagementId', values.engagementLead[0]),
  kind: worded('kind', values.kind),
  paid: worded('paid', values.paid),
  country: led('country', values.countryLead[0]),
  amount,
  currency: led('currency', numbers.currencyLead[0]),
  teamMember: led('teamMember', values.teamLead[0]),
  ends: period('endsFrom', 'endsTo', numbers.ending[0]),
  expires: period('expiresFrom', 'expiresTo', numbers.expiring[0]),
  period: period('from', 'to'),
  kinds: listed('kinds', '', firstOf(grammarWatch.kinds)),
  countries: listed('countries', values.countryLead[0], (code) => code),
  products: listed('products', grammarWatch.saidBefore, firstOf(grammarWatch.products)),
  industries: listed('industries', grammarWatch.saidBefore, firstOf(grammarWatch.industries)),
  solutions: listed('solutions', grammarWatch.saidBefore, solutionSaid),
  onlyMine: (given) => (given['mine'] === true ? { words: grammarWatch.saidMine, keys: ['mine'] } : undefined),
  location: led('location', grammarWatch.locationLead[0]),
  digestDay: ({ weekday }) => {
    const words = firstOf(grammarDigest.days)(String(weekday));
    return words === undefined ? undefined : { words, keys: ['weekday'] };
  },
  digestTime: led('time', grammarDigest.at[1]),
  digestOff: (given) => (given['off'] === true ? { words: grammarDigest.off[0], keys: ['off'] } : undefined),
  foldOff: (given) => (given['off'] === true ? { words: grammarFold.plain, keys: ['off'] } : undefined),
};

/** Parameters that a pattern or a word finds in a text; anything else that a phrase takes is a name, and quoted. */
const patterns: ReadonlySet<string> = new Set(['id', 'domain', 'guid', 'news']);

/** A command with its parameters in the words of the grammar, as somebody could have typed it; undefined where it has none. */
export function sayReading({ phrases, filters = [] }: Sayable, given: Given): string | undefined {
  const said: Words[] = [];
  for (const [filter, say] of Object.entries(sayings)) {
    const words = filters.some((own) => own === filter) ? say(given) : undefined;
    if (words && !said.some(({ keys }) => keys.some((key) => words.keys.includes(key)))) said.push(words);
  }
  const rest = Object.keys(given).filter((key) => !said.some(({ keys }) => keys.includes(key)));
  const phrase = phrases.find((candidate) => namesIn(candidate).toSorted().join() === rest.toSorted().join());
  if (phrase === undefined) return undefined;
  const words = phrase.replace(/\{(\w+)\}/g, (_, name: string) =>
    patterns.has(name) ? String(given[name]) : `"${String(given[name]).replace(/["“”„«»‹›「」]/g, ' ')}"`,
  );
  const before = said.filter(({ isBefore }) => isBefore).map((part) => part.words);
  const after = said.filter(({ isBefore }) => !isBefore).map((part) => part.words);
  return [...before, words, ...after].join(' ');
}

const namesIn = (phrase: string): string[] => [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
