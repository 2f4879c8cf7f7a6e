import { grammarNumbers as words } from '../../locales/grammarNumbers';
import { currencyNamed } from './currencyNamed';
import type { Token } from './tokens';
import { phrasesOf, type Said, vocabularyOf } from './vocabulary';

/** What a deal value is compared with; `currency` is ISO 4217. Both ends inclusive. */
export interface Amount {
  min?: number;
  max?: number;
  currency?: string;
}

interface Money {
  value: number;
  currency?: string;
}

const atLeast = phrasesOf(words.atLeast);
const atMost = phrasesOf(words.atMost);
const between = phrasesOf(words.between);
const join = phrasesOf(words.betweenJoin);
const units = vocabularyOf(words.units);

/** The single words of amounts, for the spelling. */
export const amountWords = (): string[] => [atLeast, atMost, between].flatMap((part) => part.words());

/** "over 50k EUR", "at least 1.5m", "under 10,000", "between 10k and 50k", "10k-50k", "50k+". */
export function readAmount(tokens: readonly Token[], at: number): Said<Amount>[] {
  return [
    ...compared(atLeast, tokens, at, ({ value, ...currency }) => ({ min: value, ...currency })),
    ...compared(atMost, tokens, at, ({ value, ...currency }) => ({ max: value, ...currency })),
    ...readBetween(tokens, at),
    ...readShort(tokens, at),
  ];
}

function compared(
  lead: typeof atLeast,
  tokens: readonly Token[],
  at: number,
  amountOf: (money: Money) => Amount,
): Said<Amount>[] {
  return lead.at(tokens, at).flatMap((said) =>
    readMoney(tokens, at + said.length).map((money) => ({
      value: amountOf(money.value),
      length: said.length + money.length,
      slips: said.slips,
    })),
  );
}

function readBetween(tokens: readonly Token[], at: number): Said<Amount>[] {
  return between.at(tokens, at).flatMap((lead) =>
    readMoney(tokens, at + lead.length).flatMap((low) => {
      const middle = at + lead.length + low.length;
      return join.at(tokens, middle).flatMap((and) =>
        readMoney(tokens, middle + and.length).map((high) => ({
          value: rangeOf(low.value, high.value),
          length: lead.length + low.length + and.length + high.length,
          slips: lead.slips + and.slips,
        })),
      );
    }),
  );
}

/** In one word: "10k-50k", "50k+", ">50k". */
function readShort(tokens: readonly Token[], at: number): Said<Amount>[] {
  const word = tokens[at]?.word ?? '';
  const parts = /^([<>]=?)?([^-+<>=]{1,20})(?:-([^-+<>=]{1,20})|(\+))?$/u.exec(word);
  const [, sign, first = '', second, plus] = parts ?? [];
  if (!sign && !second && !plus) return [];
  // The rest of the text stands behind the number: its currency may follow.
  const number = second ?? first;
  const rest = [{ text: number, typed: number, word: number, near: [] }, ...tokens.slice(at + 1)];
  const low = second ? moneyOf(first) : undefined;
  return readMoney(rest, 0).flatMap(({ value: money, length }) => {
    const { value, ...currency } = money;
    const range = low
      ? rangeOf(low, money)
      : sign?.startsWith('<')
        ? { max: value, ...currency }
        : { min: value, ...currency };
    return second && !low ? [] : [{ value: range, length, slips: 0 }];
  });
}

function rangeOf(low: Money, high: Money): Amount {
  const currency = high.currency ?? low.currency;
  return { min: low.value, max: high.value, ...(currency ? { currency } : {}) };
}

/** A number with what may stand around it: "EUR 50k", "20 000", "1.5 million dollars". */
function readMoney(tokens: readonly Token[], at: number): Said<Money>[] {
  const before = currencyNamed(tokens[at]?.word);
  let next = at + (before ? 1 : 0);
  let money = moneyOf(tokens[next]?.word ?? '');
  if (!money) return [];
  next++;
  for (; /^\d{3}$/.test(tokens[next]?.word ?? '') && Number.isInteger(money.value); next++)
    money = { ...money, value: money.value * 1000 + Number(tokens[next]?.word) };
  const multiple = multiples.get(tokens[next]?.word ?? '-');
  if (multiple) next++;
  const after = currencyNamed(tokens[next]?.word);
  if (after) next++;
  // "over 3 days" is no amount.
  if (units.at(tokens, next).length > 0) return [];
  const currency = money.currency ?? before ?? after;
  const value = Math.round(money.value * (multiple ?? 1) * 100) / 100;
  return [{ value: { value, ...(currency ? { currency } : {}) }, length: next - at, slips: 0 }];
}

const multiples: ReadonlyMap<string, number> = new Map(Object.entries(words.multiples));

/** One word: "50k", "€1.5m", "10,000", "50keur". */
function moneyOf(word: string): Money | undefined {
  const parts = /^([\p{L}\p{Sc}]{1,3})?(\d[\d.,']{0,15})(\p{L}{0,8})(\p{Sc}?)$/u.exec(word);
  if (!parts) return undefined;
  const [, lead, digits = '', suffix = '', sign] = parts;
  const multiple = multiples.get(suffix);
  const currency =
    currencyNamed(lead) ?? currencyNamed(sign) ?? (multiple === undefined ? currencyNamed(suffix) : undefined);
  const value = numberOf(digits);
  const unknown = (lead && !currencyNamed(lead)) || (multiple === undefined && !currencyNamed(suffix));
  if (value === undefined || unknown) return undefined;
  return { value: value * (multiple ?? 1), ...(currency ? { currency } : {}) };
}

/** Digits with separators: three digits after the last one are thousands, anything else is decimals. */
function numberOf(digits: string): number | undefined {
  const groups = digits.split(/[.,']/);
  if (groups.some((group) => group === '')) return undefined;
  const [first = '', ...others] = groups;
  if (others.every((group) => group.length === 3)) return Number(first + others.join(''));
  const decimals = others.pop() ?? '';
  return others.every((group) => group.length === 3) ? Number(`${first}${others.join('')}.${decimals}`) : undefined;
}
