import type { Desk } from '../commands/desk';
import type { Needs } from '../commands/neededTokens';
import type { Right } from '../commands/permission';
import type { Answer, Turn } from '../commands/turn';

/** One action in the menu of a message. The declaration is also what the manifest has to say. */
export interface MessageAction {
  id: string;
  title: string;
  description: string;
  /** The APIs that it asks as the person. */
  needs: Needs;
  /** The right that a person needs. */
  right: Right;
  /**
   * What its dialog shows first.
   * @param message as Teams sent it, unchecked; undefined where the action was chosen without one
   */
  open(turn: Turn, message: unknown, desk: Desk): Promise<Answer>;
}
