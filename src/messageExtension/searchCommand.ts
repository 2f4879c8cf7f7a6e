import type { CardMessage } from '../cards/message';
import type { Desk } from '../commands/desk';
import type { Needs } from '../commands/neededTokens';
import type { Turn } from '../commands/turn';

/** What was typed into the search box, and which part of the results is wanted. */
export interface Search {
  /** Trimmed; '' where nothing was typed yet. */
  query: string;
  /** How many results to leave out, and how many to give. */
  skip: number;
  count: number;
}

/** One result: a line to choose from, and the card that is inserted into the message. */
export interface SearchHit {
  /** Plain text. */
  title: string;
  subtitle: string;
  text: string;
  card: CardMessage;
}

/** One search command of the message extension. The declaration is also what the manifest has to say. */
export interface SearchCommand {
  id: string;
  title: string;
  description: string;
  /** What can be typed, as the search box shows it. */
  placeholder: string;
  /** The APIs that it asks as the person: it never runs without a token for each, and gets no others. */
  needs: Needs;
  /** The results with the person's own token, or a sentence in their place. */
  search(turn: Turn, search: Search, desk: Desk): Promise<SearchHit[] | string>;
}
