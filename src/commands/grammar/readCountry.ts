import { grammarValues } from '../../locales/grammarValues';
import { grammarNumbers } from '../../locales/grammarNumbers';
import type { Token } from './tokens';
import { phrasesOf, type Said, Vocabulary } from './vocabulary';

/** A code of the past has become that of another country: DD is DE. */
const isInUse = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const official = (['long', 'short'] as const).map(
  (style) => new Intl.DisplayNames(grammarNumbers.language, { type: 'region', style, fallback: 'none' }),
);
/** Every ISO 3166-1 alpha-2 code that has a name; the others are not codes of countries. */
const codes: ReadonlySet<string> = new Set(
  letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !/^(EU|UN|EZ|QO|ZZ|XA|XB)$/.test(code) && official[0]?.of(code) && isInUse(code)),
);

const spoken = (name: string): string =>
  name.toLowerCase().replace(/[‘’]/gu, "'").replace(/[()]/g, '').replace(/&/g, 'and');

const names = new Vocabulary<string>([
  ...[...codes].flatMap((code) =>
    official.map((style) => [spoken(style.of(code) ?? code), code] as const).filter(([name]) => name.length > 2),
  ),
  ...Object.entries(grammarValues.countries).flatMap(([code, words]) => words.map((word) => [word, code] as const)),
]);
const lead = phrasesOf(grammarValues.countryLead);
const notCodes: ReadonlySet<string> = new Set(grammarValues.notCountryCodes);

/** The single words of countries, for the spelling. */
export const countryWords = (): string[] => [...names.words(), ...lead.words()];

/** "in Germany", "from US", "German", "US": ISO 3166-1 alpha-2. A code in lower case is one only after "from" or "in". */
export function readCountry(tokens: readonly Token[], at: number): Said<string>[] {
  const led = lead.at(tokens, at).flatMap((said) =>
    [...named(tokens, at + said.length), ...coded(tokens, at + said.length, true)].map((country) => ({
      value: country.value,
      length: said.length + country.length,
      slips: said.slips + country.slips,
    })),
  );
  return [...led, ...named(tokens, at), ...coded(tokens, at, false)];
}

const named = (tokens: readonly Token[], at: number): Said<string>[] => names.at(tokens, at);

function coded(tokens: readonly Token[], at: number, isLed: boolean): Said<string>[] {
  const { text = '', word = '' } = tokens[at] ?? {};
  const code = word.toUpperCase();
  const meant = text === code || (isLed && !notCodes.has(word));
  return codes.has(code) && meant ? [{ value: code, length: 1, slips: 0 }] : [];
}
