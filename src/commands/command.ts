import type { z } from 'zod/v4';
import type { Desk } from './desk';
import type { FilterName } from './grammar/filters';
import { neededTokens, type Needs } from './neededTokens';
import type { Right } from './permission';
import type { Reply, Turn } from './turn';

/** One chat command. The declaration feeds the grammar, the help card and the manifest's command list. */
export interface Command<P = unknown> {
  name: string;
  /** What to type, as help shows it. */
  title: string;
  /** What it does, one line. */
  description: string;
  /** An example that works. */
  example: string;
  /** Ways to say it; `{name}` stands for a parameter: a filter of that name, or else free text. */
  phrases: readonly string[];
  /** What may be said besides, anywhere in the text. */
  filters?: readonly FilterName[];
  /** What it cannot answer without; taken from the question before where it is not said. */
  asksFor?: 'customer';
  /** A command that changes something is never reached through a typo. */
  changesState: boolean;
  /** The right that a person needs; `read` where it is left out. */
  right?: Right;
  /** The APIs that it asks as the person: it never runs without a token for each, and gets no others. */
  needs: Needs;
  parameters: z.ZodType<P>;
  run(turn: Turn, parameters: P, desk: Desk): Promise<Reply>;
}

/** Declares a command; its parameters are checked against its schema before `run` sees them. */
export function command<P>(declaration: Command<P>): Command {
  return {
    ...declaration,
    parameters: declaration.parameters,
    async run(turn, parameters, desk) {
      const checked = declaration.parameters.parse(parameters);
      const tokens = await neededTokens(turn.tokens, declaration.needs);
      return declaration.run({ ...turn, tokens }, checked, desk);
    },
  };
}
