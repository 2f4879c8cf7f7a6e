import { grammarWords } from '../../locales/grammarWords';
import type { FilterName } from './filters';
import type { Findings } from './findings';
import type { Token } from './tokens';

const neverFirst: ReadonlySet<string> = new Set(grammarWords.neverFirst);
const neverInNames: ReadonlySet<string> = new Set(grammarWords.neverInNames);
const actions: ReadonlySet<string> = new Set(grammarWords.actions);
const joiners: ReadonlySet<string> = new Set(grammarWords.joiners);
const leads = grammarWords.beforeNames.map((words) => words.split(' '));

/** Where a name begins: "the customer" before it is not part of it. */
export function startOfName(tokens: readonly Token[], at: number, end: number): number {
  const lead = leads.find((words) => words.every((word, offset) => tokens[at + offset]?.word === word));
  return lead && at + lead.length < end ? at + lead.length : at;
}

/**
 * Whether a stretch of a text can be a name. What is quoted always can. Behind a connector ("for") nearly anything can that
 * is not one of the command's own filters, which are then given; elsewhere what is talk, an action or any filter cannot.
 */
export function isName(
  findings: Findings,
  start: number,
  end: number,
  connected: readonly FilterName[] | undefined,
): boolean {
  const tokens = findings.tokens.slice(start, end);
  if (tokens.some((token) => token.word === '')) return tokens.length === 1;
  const words = tokens.map((token) => token.word);
  const isLetter = connected && words.length === 1 && words[0]?.length === 1;
  if (!isLetter && words.every((word) => neverInNames.has(word) || neverFirst.has(word))) return false;
  if (findings.holdsPhrase(start, end) || beginsWithFilter(findings, start, words)) return false;
  if (connected) return !isFilter(findings, start, end, connected);
  return (
    !neverFirst.has(words[0] ?? '') &&
    !words.some((word) => neverInNames.has(word)) &&
    !tokens.slice(0, 1).some(isAction) &&
    !findings.isFiltersOnly(start, end)
  );
}

/** "Germany and …": more than one is asked for. */
function beginsWithFilter(findings: Findings, start: number, words: readonly string[]): boolean {
  const joiner = words.findIndex((word) => joiners.has(word));
  return joiner > 0 && findings.isFiltersOnly(start, start + joiner);
}

/** Also one that is misspelled behind its own "from" or "in". */
const isFilter = (findings: Findings, start: number, end: number, filters: readonly FilterName[]): boolean =>
  findings.at(start - 1, filters).some(({ length }) => start - 1 + length === end) ||
  findings.isFiltersOnly(start, end, filters);

const isAction = ({ word, near }: Token): boolean => actions.has(word) || near.some((other) => actions.has(other));
