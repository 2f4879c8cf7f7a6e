import { grammarWords } from '../locales/grammarWords';
import { readFindings, readText, tokensIn, type Reading } from './grammar';
import type { Parameters, ReadingContext } from './grammar/filters';
import { Findings } from './grammar/findings';
import { matchPhrase } from './grammar/matchPhrase';
import { isName } from './grammar/names';
import { parametersOf, type Sayable } from './grammar/saying';
import { nameOf, type Token } from './grammar/tokens';
import { phrasesOf } from './grammar/vocabulary';
import type { Subject } from './subjects';

const leads = phrasesOf(grammarWords.followUps);
const nameLeads = phrasesOf(grammarWords.followUpNames);
const pronouns = phrasesOf(grammarWords.pronouns);

/**
 * Reads a text as a question of its own, or else as one that goes on from the last: "and the orders?", "only suspended",
 * "what about fabrikam?". Nothing that changes something is reached by going on.
 */
export function readInContext<C extends Sayable>(
  text: string,
  commands: readonly C[],
  context: ReadingContext,
  subject: Subject<C> | undefined,
): Reading<C> | undefined {
  const whole = readText(text, commands, context);
  const tokens = subject ? tokensIn(text, commands) : undefined;
  const asking = commands.filter(({ changesState }) => !changesState);
  const meant = whole && subject && tokens && withPronounMeant(whole, tokens, asking, context, subject);
  if (meant) return meant;
  if (whole) return subject && whole.command.asksFor ? withCustomer(whole, subject) : whole;
  if (!subject) {
    const rest = withoutLead(tokensIn(text, commands) ?? []);
    return rest && readFindings(new Findings(rest, context), asking);
  }
  return tokens && goOn(tokens, text.trimEnd().endsWith('?'), asking, context, subject);
}

function goOn<C extends Sayable>(
  tokens: readonly Token[],
  isQuestion: boolean,
  commands: readonly C[],
  context: ReadingContext,
  subject: Subject<C>,
): Reading<C> | undefined {
  const said = withPronouns(tokens, subject.customer);
  const rest = withoutLead(said);
  const findings = new Findings(rest ?? said, context);
  const other = readFindings(findings, commands);
  if (other) return withCustomer(other, subject);
  const { command } = subject;
  const filtered = matchPhrase([], findings, { filters: command.filters ?? [], isStrict: false });
  if (filtered && Object.keys(filtered.parameters).length > 0)
    return { command, parameters: changed(subject.parameters, filtered.parameters) };
  const name = nameAfterLead(said, isQuestion, context);
  return name !== undefined && parametersOf(command).includes('customer')
    ? { command, parameters: { ...subject.parameters, customer: name } }
    : undefined;
}

/** The text behind "and", "what about", "only" and the like; undefined where nothing of that stands before it. */
function withoutLead(tokens: readonly Token[]): readonly Token[] | undefined {
  const longest = Math.max(0, ...leads.at(tokens, 0).map(({ length, slips }) => (slips === 0 ? length : 0)));
  return longest > 0 && longest < tokens.length ? tokens.slice(longest) : undefined;
}

function nameAfterLead(tokens: readonly Token[], isQuestion: boolean, context: ReadingContext): string | undefined {
  const said = isQuestion ? [...nameLeads.at(tokens, 0), ...leads.at(tokens, 0)] : nameLeads.at(tokens, 0);
  const length = Math.max(0, ...said.map((lead) => (lead.slips === 0 ? lead.length : 0)));
  const isNamed = length > 0 && isName(new Findings(tokens, context), length, tokens.length, undefined);
  return isNamed ? nameOf(tokens.slice(length)) : undefined;
}

/** "their orders", "orders for them": the customer's name, as if it had been quoted. */
function withPronouns(tokens: readonly Token[], customer: string | undefined): readonly Token[] {
  if (customer === undefined) return tokens;
  const at = tokens.findIndex((_, index) => pronouns.at(tokens, index).some(({ slips }) => slips === 0));
  const length = Math.max(0, ...pronouns.at(tokens, at).map((said) => (said.slips === 0 ? said.length : 0)));
  return at < 0 ? tokens : tokens.toSpliced(at, length, { text: customer, typed: customer, word: '', near: [] });
}

/** "show its orders" asks for no customer of the name "show its". */
function withPronounMeant<C extends Sayable>(
  { command, parameters }: Reading<C>,
  tokens: readonly Token[],
  commands: readonly C[],
  context: ReadingContext,
  { customer }: Subject<C>,
): Reading<C> | undefined {
  const said = withPronouns(tokens, customer);
  if (said === tokens || parameters['customer'] === undefined) return undefined;
  const meant = readFindings(new Findings(said, context), commands);
  return meant?.command === command && meant.parameters['customer'] === customer ? meant : undefined;
}

function withCustomer<C extends Sayable>(reading: Reading<C>, { customer }: Subject<C>): Reading<C> {
  const isMissing = customer !== undefined && reading.parameters['customer'] === undefined;
  return isMissing && parametersOf(reading.command).includes('customer')
    ? { ...reading, parameters: { ...reading.parameters, customer } }
    : reading;
}

/** What was asked, with what is said now in place of what was said about the same. */
function changed(before: Parameters, now: Parameters): Parameters {
  const same = groups.filter((group) => group.some((parameter) => parameter in now)).flat();
  return { ...Object.fromEntries(Object.entries(before).filter(([parameter]) => !same.includes(parameter))), ...now };
}

/** Parameters that are said together. */
const groups = [
  ['from', 'to'],
  ['endsFrom', 'endsTo'],
  ['expiresFrom', 'expiresTo'],
  ['min', 'max', 'currency'],
  ['status', 'substatus'],
];
