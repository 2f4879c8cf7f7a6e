import type { AdaptiveCard } from './message';

/** In the data of every button of a card that a person has put into a message: the card is theirs, and not ours to edit. */
export const insertedMark = 'inserted';

/** A card for a message of somebody else than the bot. */
export const insertedCard = (card: AdaptiveCard): AdaptiveCard => marked(card) as AdaptiveCard;

function marked(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(marked);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, marked(value)]));
  const { type, data } = copy;
  if (type !== 'Action.Execute' && type !== 'Action.Submit') return copy;
  return { ...copy, data: { ...(typeof data === 'object' ? data : {}), [insertedMark]: true } };
}
