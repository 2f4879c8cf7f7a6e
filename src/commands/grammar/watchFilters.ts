import { grammarFold } from '../../locales/grammarFold';
import { grammarValues } from '../../locales/grammarValues';
import { grammarWatch as words } from '../../locales/grammarWatch';
import { grammarWords } from '../../locales/grammarWords';
import { codeKey } from '../../referrals/codeKey';
import { solutionAreas } from '../../referrals/solutionArea';
import { readCountry } from './readCountry';
import { led, readList, type ItemReader } from './readList';
import type { Token } from './tokens';
import { phrasesOf, type Said, Vocabulary, vocabularyOf } from './vocabulary';

type Reader = (tokens: readonly Token[], at: number) => Said<Readonly<Record<string, unknown>>>[];

/** "CloudDatabaseMigration" is said "cloud database migration". */
const spokenAreas = solutionAreas.map(
  (area) => [area.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase(), codeKey(area)] as const,
);

const directions = vocabularyOf(words.directions);
const news = vocabularyOf(words.news);
const kinds = vocabularyOf(words.kinds);
const industries = vocabularyOf(words.industries);
const products = vocabularyOf(words.products);
const solutions = new Vocabulary<string>([
  ...spokenAreas,
  ...Object.entries(words.solutions).flatMap(([key, said]) => said.map((phrase) => [phrase, key] as const)),
]);
const things = phrasesOf(words.things);
const leads = phrasesOf(words.leads);
const subjects = phrasesOf(words.subjects);
const industryEnds = phrasesOf(words.industryEnds);
const nothing = phrasesOf(['']);
const mine = phrasesOf(words.mine);
const locationLead = phrasesOf(words.locationLead);

/** A list of values under one name, with commas between them. */
const listOf =
  (name: string, item: ItemReader): Reader =>
  (tokens, at) =>
    readList(item, tokens, at).map((said) => ({ ...said, value: { [name]: [...new Set(said.value)].join(',') } }));

const notCodes: ReadonlySet<string> = new Set(grammarValues.notCountryCodes);
const joiners: ReadonlySet<string> = new Set(grammarWords.joiners);

/** In a list that has begun, a code in lower case is one: "in us and ca". */
const listedCountry: ItemReader = (tokens, at) => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const isListed = before && (joiners.has(before.word) || before.typed.endsWith(','));
  if (!isListed || !token || notCodes.has(token.word)) return readCountry(tokens, at);
  return readCountry(tokens.with(at, { ...token, text: token.word.toUpperCase() }), at);
};

const said =
  (vocabulary: Vocabulary<string>): ItemReader =>
  (tokens, at) =>
    vocabulary.at(tokens, at);

const foldOff = phrasesOf(grammarFold.off);

/** The conditions of a watch, and what else is asked of what comes. Lists are texts with commas; codes are written as `codeKey` writes them. */
export const watchFilters = {
  /** Nothing: what is watched are referrals. */
  watchedThing: (tokens, at) => things.at(tokens, at).map((found) => ({ ...found, value: {} })),
  /** `news`: something else than referrals. */
  news: (tokens, at) =>
    led(leads, said(news), nothing)(tokens, at).map((one) => ({ ...one, value: { news: one.value } })),
  /** `direction`, where both are said; one of them is said as in a list of referrals. */
  directions: (tokens, at) =>
    directions.at(tokens, at).map((found) => ({ ...found, value: { direction: found.value } })),
  /** `kinds` */
  kinds: listOf('kinds', led(leads, said(kinds), nothing)),
  /** `countries` */
  countries: listOf('countries', led(leads, listedCountry, nothing)),
  /** `industries` */
  industries: listOf('industries', led(subjects, said(industries), industryEnds)),
  /** `products` */
  products: listOf('products', led(subjects, said(products), nothing)),
  /** `solutions` */
  solutions: listOf('solutions', led(subjects, said(solutions), nothing)),
  /** `mine: true` */
  onlyMine: (tokens, at) => mine.at(tokens, at).map((found) => ({ ...found, value: { mine: true } })),
  /** `location`: an id. */
  location: (tokens, at) =>
    locationLead.at(tokens, at).flatMap(({ length, slips }) => {
      const { text = '', word = '' } = tokens[at + length] ?? {};
      const isId = word !== '' && /\d/.test(text) && /^[\w-]{4,64}$/.test(text);
      return isId ? [{ value: { location: text }, length: length + 1, slips }] : [];
    }),
  /** `off: true`: bursts are not to be folded. */
  foldOff: (tokens, at) => foldOff.at(tokens, at).map((found) => ({ ...found, value: { off: true } })),
} satisfies Readonly<Record<string, Reader>>;

/** How a solution area is said. */
export const solutionSaid = (key: string): string | undefined => spokenAreas.find(([, area]) => area === key)?.[0];

/** The words of these filters, for the spelling. */
export const watchWords = (): string[] =>
  [news, directions, kinds, industries, products, solutions, things, subjects, mine, locationLead].flatMap((part) =>
    part.words(),
  );
