import type { CardMessage } from '../../src/cards/message';

/** A card in one of its states, to be looked at (gallery) and checked (tests). */
export interface CardState {
  /** Also the picture's file name. */
  name: string;
  message: CardMessage;
  /** Titles of the buttons that unfold something; each is shown opened too. */
  open?: readonly string[];
}
