/** The parts of a card that tests look at. */
export interface CardPart {
  type?: string;
  id?: string;
  text?: string;
  style?: string;
  rtl?: boolean;
  title?: string;
  verb?: string;
  url?: string;
  value?: unknown;
  isRequired?: boolean;
  data?: Record<string, unknown>;
  choices?: { title: string; value: string }[];
  facts?: { title: string; value: string }[];
  items?: CardPart[];
  columns?: CardPart[];
  body?: CardPart[];
  actions?: CardPart[];
  card?: CardPart;
}

/** The buttons of a card's first face, in order. */
export const actionsOf = (card: object): CardPart[] => (card as CardPart).actions ?? [];

/** The texts of a card's first face, in reading order. */
export const textsOf = (card: object): string[] =>
  elementsOf(card)
    .filter(({ type }) => type === 'TextBlock')
    .map(({ text }) => text ?? '');

/** The facts of a card's first face by their titles. */
export const factsOf = (card: object): Record<string, string> =>
  Object.fromEntries(elementsOf(card).flatMap(({ facts = [] }) => facts.map(({ title, value }) => [title, value])));

/** The elements of a card's first face, in reading order. */
export function elementsOf(card: object): CardPart[] {
  const { body = [], items = [], columns = [] } = card as CardPart;
  return [...body, ...items, ...columns].flatMap((part) => [part, ...elementsOf(part)]);
}
