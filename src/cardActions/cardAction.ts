import type { z } from 'zod/v4';
import type { Desk } from '../commands/desk';
import type { Reply, Turn } from '../commands/turn';

/** A turn that a button began. */
export interface Press extends Turn {
  /** The card that was pressed; undefined where Teams did not say. */
  activityId: string | undefined;
}

/** One button verb. A card in the answer takes the place of the one that was pressed; a sentence stands below it, a file is offered. */
export interface CardAction<D = unknown> {
  verb: string;
  /** The button's data together with the card's inputs. */
  data: z.ZodType<D>;
  run(press: Press, data: D, desk: Desk): Promise<Reply>;
}

/** Declares a card action; its data is checked against its schema before `run` sees it. */
export function cardAction<D>(declaration: CardAction<D>): CardAction {
  return {
    verb: declaration.verb,
    data: declaration.data,
    run: (press, data, desk) => declaration.run(press, declaration.data.parse(data), desk),
  };
}
