import { distance } from 'fastest-levenshtein';

/** The things whose names begin most like what was typed, nearest first; those that differ in more than half of it are left out. */
export function nearestNames<T>(typed: string, things: readonly T[], nameOf: (thing: T) => string): T[] {
  const text = plain(typed);
  return things
    .map((thing) => {
      const name = plain(nameOf(thing));
      return { thing, slips: slipsFrom(text, name), length: name.length };
    })
    .filter(({ slips }) => slips <= text.length / 2)
    .toSorted((a, b) => a.slips - b.slips || a.length - b.length)
    .map(({ thing }) => thing);
}

/** Typing slips between a text and a name as far as it was typed: "contosso" is one slip from "Contoso Ltd.". */
const slipsFrom = (text: string, name: string): number =>
  Math.min(...[0, -1, 1].map((more) => distance(text, name.slice(0, text.length + more))));

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
