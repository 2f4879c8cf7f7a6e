import { tokensOf } from '../commands/grammar/tokens';
import { readCountry } from '../commands/grammar/readCountry';

/** A country as people write it, by its code ("us") or its name ("Germany"), as ISO 3166 alpha-2; undefined where it is none. */
export function readCountryInput(text: string): string | undefined {
  const written = /^\s*[a-z]{2}\s*$/i.test(text) ? text.toUpperCase() : text;
  const tokens = tokensOf(written)?.map((token) => ({ ...token, near: [] })) ?? [];
  return readCountry(tokens, 0).find(({ length }) => length === tokens.length)?.value;
}
