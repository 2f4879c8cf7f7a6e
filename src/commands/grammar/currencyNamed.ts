import { grammarNumbers } from '../../locales/grammarNumbers';

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(grammarNumbers.currencies).flatMap(([code, words]) => words.map((word) => [word, code] as const)),
);
const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const notCodes: ReadonlySet<string> = new Set(grammarNumbers.notCurrencyCodes);

/** The ISO 4217 code of a currency's name, sign or code (in lower case). */
export function currencyNamed(word: string | undefined): string | undefined {
  if (!word) return undefined;
  const code = word.toUpperCase();
  return names.get(word) ?? (codes.has(code) && !notCodes.has(word) ? code : undefined);
}
