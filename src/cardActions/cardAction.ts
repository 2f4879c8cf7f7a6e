import type { z } from 'zod/v4';
import type { CardMessage } from '../cards/message';
import type { Desk } from '../commands/desk';
import { neededTokens, type Needs } from '../commands/neededTokens';
import type { Right } from '../commands/permission';
import type { Reply, Turn } from '../commands/turn';

/** A turn that a button began. */
export interface Press extends Turn {
  /** The card that was pressed; undefined where Teams did not say. */
  activityId: string | undefined;
  /**
   * Draws the pressed card anew while a sentence is the answer: some clients empty a form that is answered so. Nobody waits
   * for it.
   */
  redraw(card: CardMessage): void;
}

/** One button verb. A card in the answer takes the place of the one that was pressed; a sentence stands below it, a file is offered. */
export interface CardAction<D = unknown> {
  verb: string;
  /** The right that a person needs; `read` where it is left out. */
  right?: Right | ((data: D, press: Press, desk: Desk) => Right);
  /** The button's data together with the card's inputs. */
  data: z.ZodType<D>;
  /** The APIs that it asks as the presser: it never runs without a token for each, and gets no others. */
  needs: Needs | ((data: D, press: Press, desk: Desk) => Needs);
  run(press: Press, data: D, desk: Desk): Promise<Reply>;
}

/** Declares a card action; its data is checked against its schema before `run` sees it. */
export function cardAction<D>(declaration: CardAction<D>): CardAction {
  const { needs, right, data: schema } = declaration;
  const needsOf = typeof needs === 'function' ? needs : () => needs;
  return {
    verb: declaration.verb,
    right:
      typeof right === 'function' ? (data, press, desk) => right(schema.parse(data), press, desk) : (right ?? 'read'),
    data: schema,
    needs: (data, press, desk) => needsOf(schema.parse(data), press, desk),
    async run(press, data, desk) {
      const checked = schema.parse(data);
      const tokens = await neededTokens(press.tokens, needsOf(checked, press, desk));
      return declaration.run({ ...press, tokens }, checked, desk);
    },
  };
}
