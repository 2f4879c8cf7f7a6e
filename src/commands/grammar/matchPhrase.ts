import type { FilterName, Parameters } from './filters';
import type { Findings } from './findings';
import { isName, startOfName } from './names';
import type { Part } from './saying';
import { nameOf, type Token } from './tokens';

/** A text read as one phrase. */
export interface Match {
  parameters: Parameters;
  /** How far the text is from the phrase; the least is meant. */
  cost: number;
  /** The places of words that were left out, where that is allowed. */
  skipped: readonly number[];
}

/** How a phrase may be looked for. */
export interface Manner {
  filters: readonly FilterName[];
  /** Only as written, with politeness around it. */
  isStrict: boolean;
  /** Words that mean nothing may be left out: a guess. */
  isGuess?: boolean;
}

// Found by the table of phrasings: a filter is likelier than a name, a name where one must follow likelier than elsewhere,
// and anything spelled right likelier than a slip. Where "latest" can be an order it is no mere filler.
const costs = { synonym: 0.1, order: 0.1, filler: 0.2, filter: 0.4, word: 1, slip: 2.5, looseName: 3, leftOut: 4 };
const mostNameTokens = 8;

/** The cheapest way to read the whole text as the phrase, with filters and words without meaning wherever they stand. */
export function matchPhrase(phrase: readonly Part[], findings: Findings, manner: Manner): Match | undefined {
  return new Matching(phrase, findings, manner).from(0, 0, {});
}

class Matching {
  private readonly known = new Map<string, Match | undefined>();
  private readonly tokens: readonly Token[];

  constructor(
    private readonly phrase: readonly Part[],
    private readonly findings: Findings,
    private readonly manner: Manner,
  ) {
    this.tokens = findings.tokens;
  }

  /** The cheapest reading of the rest of the text as the rest of the phrase; `so far` holds what filters have given. */
  from(at: number, part: number, soFar: Parameters): Match | undefined {
    if (at === this.tokens.length && part === this.phrase.length) return { parameters: {}, cost: 0, skipped: [] };
    const key = `${at},${part},${JSON.stringify(soFar)}`;
    if (!this.known.has(key)) {
      const matches = [
        ...this.takePart(at, part, soFar),
        ...(this.mayInsert(part) ? this.insert(at, part, soFar) : []),
        ...this.leaveOut(at, part, soFar),
      ];
      this.known.set(key, cheapest(matches));
    }
    return this.known.get(key);
  }

  private takePart(at: number, index: number, soFar: Parameters): Match[] {
    const part = this.phrase[index];
    if (!part || at >= this.tokens.length) return [];
    if (part.kind === 'filter') return this.takeFilter(at, index + 1, soFar, [part.filter]);
    if (part.kind === 'name') return this.takeName(at, index, part, soFar);
    const cost = this.costOfWord(at, part);
    return cost === undefined ? [] : this.goOn(at + 1, index + 1, soFar, {}, cost);
  }

  private insert(at: number, index: number, soFar: Parameters): Match[] {
    const skipped = this.findings
      .fillersAt(at, this.manner.isStrict)
      .flatMap((length) => this.goOn(at + length, index, soFar, {}, costs.filler));
    return [...skipped, ...this.takeFilter(at, index, soFar, this.manner.filters)];
  }

  private leaveOut(at: number, index: number, soFar: Parameters): Match[] {
    if (!this.manner.isGuess || at >= this.tokens.length) return [];
    return this.goOn(at + 1, index, soFar, {}, costs.leftOut).map((match) => ({
      ...match,
      skipped: [at, ...match.skipped],
    }));
  }

  private takeFilter(at: number, next: number, soFar: Parameters, of: readonly FilterName[]): Match[] {
    return this.findings
      .at(at, of)
      .filter(({ slips }) => slips === 0 || !this.manner.isStrict)
      .filter(({ value }) => Object.entries(value).every(([name, said]) => !(name in soFar) || soFar[name] === said))
      .flatMap(({ filter, value, length, slips }) => {
        const cost = (filter === 'order' ? costs.order : costs.filter) + slips * costs.slip;
        return this.goOn(at + length, next, { ...soFar, ...value }, value, cost);
      });
  }

  private takeName(at: number, index: number, part: Part & { kind: 'name' }, soFar: Parameters): Match[] {
    const most = Math.min(mostNameTokens, this.tokens.length - at);
    return Array.from({ length: most }, (_, offset) => at + offset + 1).flatMap((end) => {
      const start = startOfName(this.tokens, at, end);
      if (!isName(this.findings, start, end, part.connected ? this.manner.filters : undefined)) return [];
      const value = { [part.parameter]: nameOf(this.tokens.slice(start, end)) };
      return this.goOn(
        end,
        index + 1,
        soFar,
        value,
        (end - start) * costs.word + (part.connected ? 0 : costs.looseName),
      );
    });
  }

  private goOn(at: number, part: number, soFar: Parameters, value: Parameters, cost: number): Match[] {
    const rest = this.from(at, part, soFar);
    return rest ? [{ ...rest, parameters: { ...value, ...rest.parameters }, cost: cost + rest.cost }] : [];
  }

  /** A name stands right behind the word before it, and the words of a command that changes something stand together. */
  private mayInsert(index: number): boolean {
    if (this.manner.isStrict) return index === 0 || index === this.phrase.length;
    return index === 0 || this.phrase[index]?.kind !== 'name';
  }

  private costOfWord(at: number, { word, synonyms }: Part & { kind: 'word' }): number | undefined {
    const token = this.tokens[at];
    if (!token?.word) return undefined;
    if (token.word === word) return 0;
    if (synonyms.includes(token.word)) return costs.synonym;
    const isSlip = token.near.includes(word) || synonyms.some((synonym) => token.near.includes(synonym));
    return isSlip && !this.manner.isStrict ? costs.slip : undefined;
  }
}

const cheapest = (matches: readonly Match[]): Match | undefined =>
  matches.reduce<Match | undefined>((best, match) => (best && best.cost <= match.cost ? best : match), undefined);
