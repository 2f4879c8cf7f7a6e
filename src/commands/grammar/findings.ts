import { grammarWords } from '../../locales/grammarWords';
import { digestFilters } from './digestFilters';
import { filters, type FilterName, type Parameters, type ReadingContext } from './filters';
import type { Token } from './tokens';
import { phrasesOf, type Said } from './vocabulary';
import { watchFilters } from './watchFilters';

/** Something that a filter read, at a place of the text. */
export interface Finding extends Said<Parameters> {
  filter: FilterName;
}

const names = Object.keys(filters) as FilterName[];
const fillers = phrasesOf([...grammarWords.fillers, ...grammarWords.politeness]);
const politeness = phrasesOf(grammarWords.politeness);
const joiners = phrasesOf(grammarWords.joiners);

/** What every filter reads at each place of a text, and what carries no meaning there. */
export class Findings {
  private readonly found: readonly (readonly Finding[])[];

  constructor(
    readonly tokens: readonly Token[],
    context: ReadingContext,
  ) {
    this.found = tokens.map((token, at) =>
      token.word === '' ? this.quoted(at, context) : names.flatMap((filter) => this.read(filter, at, context)),
    );
  }

  /** What the named filters read at a place. */
  at(at: number, of: readonly FilterName[]): Finding[] {
    return (this.found[at] ?? []).filter(({ filter }) => of.includes(filter));
  }

  /** How many tokens at a place mean nothing to us. */
  fillersAt(at: number, isPolitenessOnly: boolean): number[] {
    return (isPolitenessOnly ? politeness : fillers)
      .at(this.tokens, at)
      .filter(({ slips }) => slips === 0)
      .map(({ length }) => length);
  }

  /** Whether a stretch of the text is nothing but filters and joining words. */
  isFiltersOnly(from: number, to: number, of: readonly FilterName[] = spoken): boolean {
    if (from === to) return true;
    const steps = [
      ...this.at(from, of).filter(({ slips }) => slips === 0),
      ...joiners.at(this.tokens, from),
      ...this.fillersAt(from, false).map((length) => ({ length })),
    ];
    return steps.some(({ length }) => length > 0 && from + length <= to && this.isFiltersOnly(from + length, to, of));
  }

  /** Whether a date, an amount or the like of two words or more begins within a stretch of the text. */
  holdsPhrase(from: number, to: number): boolean {
    return this.found
      .slice(from, to)
      .some((findings, offset) =>
        findings.some(({ filter, length }) => telling.has(filter) && length > 1 && from + offset + length <= to),
      );
  }

  private read(filter: FilterName, at: number, context: ReadingContext): Finding[] {
    return filters[filter](this.tokens, at, context)
      .filter(({ length }) => at + length <= this.tokens.length)
      .map((said) => ({ ...said, filter }));
  }

  /** Within quotes only an id can be meant by more than its letters. */
  private quoted(at: number, context: ReadingContext): Finding[] {
    return (['id', 'guid', 'domain'] as const).flatMap((filter) => this.read(filter, at, context));
  }
}

/** The filters that are words, not patterns that a name may have too, nor products or industries. */
const spoken = names.filter(
  (name) => !['domain', 'id', 'guid'].includes(name) && !(name in watchFilters) && !(name in digestFilters),
);
const telling: ReadonlySet<FilterName> = new Set(['period', 'amount', 'ends', 'expires', 'teamMember']);
