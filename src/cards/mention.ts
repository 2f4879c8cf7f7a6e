import { markdownText } from './text/markdownText';

/** Somebody whom a card addresses. */
export interface Mentioned {
  /** An Entra object id, or the person's Teams id. */
  id: string;
  name: string;
}

/**
 * The text that stands for somebody in a card, and the entity that makes it a mention.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards
 */
export function mention({ id, name }: Mentioned): { text: string; entity: Record<string, unknown> } {
  // What could be read as a tag or as Markdown would part the text from its entity.
  const plain = markdownText(name.replace(/[<>&\\*_~`[\]]/g, ' '), 80).trim() || id;
  const text = `<at>${plain}</at>`;
  return { text, entity: { type: 'mention', text, mentioned: { id, name: plain } } };
}
