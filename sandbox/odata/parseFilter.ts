import { invalidRequest } from '../http/referralsApi';
import { referralProperties } from '../referrals/referralResource';
import { tokenize, type Token } from './tokens';

export type Literal = string | number | boolean | null;

/** A $filter expression: the forms that the documentation shows, and no others. */
export type Filter =
  | { kind: 'eq'; path: string[]; value: Literal }
  | { kind: 'and'; left: Filter; right: Filter }
  | { kind: 'any'; path: string[]; variable: string; where: Filter };

/** Reads `eq`, `and`, parentheses, nested paths and `any` lambdas; refuses everything else with 400 invalidRequest. */
export function parseFilter(expression: string): Filter {
  const parser = new Parser(tokenize(expression));
  const filter = parser.conjunction(undefined);
  parser.end();
  return filter;
}

const constants = new Map<string, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Parser {
  private next = 0;

  constructor(private readonly tokens: Token[]) {}

  /** `variable` is the lambda's, within one. */
  conjunction(variable: string | undefined): Filter {
    let filter = this.term(variable);
    while (this.isNext('word', 'and')) {
      this.next++;
      filter = { kind: 'and', left: filter, right: this.term(variable) };
    }
    return filter;
  }

  end(): void {
    if (this.next < this.tokens.length) throw this.unexpected();
  }

  private term(variable: string | undefined): Filter {
    if (this.isNext('sign', '(')) {
      this.next++;
      const filter = this.conjunction(variable);
      this.expect('sign', ')');
      return filter;
    }
    const path = [this.word()];
    while (this.isNext('sign', '/')) {
      this.next++;
      path.push(this.word());
    }
    this.checkRoot(path, variable);
    if (path.at(-1) === 'any' && this.isNext('sign', '(')) return this.any(path.slice(0, -1));
    this.expect('word', 'eq');
    return { kind: 'eq', path, value: this.literal() };
  }

  private any(path: string[]): Filter {
    this.expect('sign', '(');
    const variable = this.word();
    this.expect('sign', ':');
    const where = this.conjunction(variable);
    this.expect('sign', ')');
    return { kind: 'any', path, variable, where };
  }

  private checkRoot([root = '']: string[], variable: string | undefined): void {
    const known = variable === undefined ? referralProperties.has(root) : root === variable;
    if (!known) throw invalidRequest(`Could not find a property named '${root}'.`, { target: '$filter' });
  }

  private literal(): Literal {
    const token = this.tokens[this.next];
    if (!token || token.kind === 'sign') throw this.unexpected();
    const value = token.kind === 'word' ? constants.get(token.value) : token.value;
    if (value === undefined) throw this.unexpected();
    this.next++;
    return value;
  }

  private word(): string {
    const token = this.tokens[this.next];
    if (token?.kind !== 'word') throw this.unexpected();
    this.next++;
    return token.value;
  }

  private expect(kind: Token['kind'], value: string): void {
    if (!this.isNext(kind, value)) throw this.unexpected();
    this.next++;
  }

  private isNext(kind: Token['kind'], value: string): boolean {
    const token = this.tokens[this.next];
    return token?.kind === kind && token.value === value;
  }

  private unexpected() {
    const token = this.tokens[this.next];
    const what = token ? `'${token.value}' is not supported here` : 'it ends too early';
    return invalidRequest(`The query specified in $filter is not valid: ${what}.`, { target: '$filter' });
  }
}
