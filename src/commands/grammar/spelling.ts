import { distance } from 'fastest-levenshtein';

/** A known word, or the known words that are nearest to a misspelled one. */
export class Spelling {
  private readonly known: ReadonlySet<string>;
  private readonly byLength = new Map<number, string[]>();

  constructor(words: Iterable<string>) {
    this.known = new Set(words);
    for (const word of this.known) this.byLength.set(word.length, [...(this.byLength.get(word.length) ?? []), word]);
  }

  /** Whether it is a word of ours. */
  knows(word: string): boolean {
    return this.known.has(word);
  }

  /** Known words with a slip in four letters or more, or two in eight or more; none for a word that is known itself. */
  near(word: string): readonly string[] {
    if (word.length < 3 || word.length > 20 || this.known.has(word) || !/^\p{L}+$/u.test(word)) return [];
    let least = 3;
    let found: string[] = [];
    for (let length = word.length - 2; length <= word.length + 2; length++) {
      for (const candidate of this.byLength.get(length) ?? []) {
        const slips = slipsBetween(word, candidate);
        if (slips > allowed(candidate) || slips > least) continue;
        found = slips < least ? [candidate] : [...found, candidate];
        least = slips;
      }
    }
    return found;
  }
}

const allowed = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/** Letters added, left out or changed; two neighbours that changed places are one slip. */
function slipsBetween(typed: string, meant: string): number {
  if (Math.abs(typed.length - meant.length) > allowed(meant)) return Infinity;
  if (typed.length === meant.length) {
    const at = Array.from(typed).findIndex((_, index) => typed[index] !== meant[index]);
    const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2);
    if (at >= 0 && swapped === meant) return 1;
  }
  return distance(typed, meant);
}
