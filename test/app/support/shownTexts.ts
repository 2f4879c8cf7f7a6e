interface Part {
  type?: string;
  text?: string;
  facts?: { title: string; value: string }[];
}

/** Every text of a card in reading order, that of folded parts included; a fact gives its title and then its value. */
export function shownTexts(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(shownTexts);
  const { type, text, facts = [] } = node as Part;
  if (type === 'TextBlock') return [text ?? ''];
  if (type === 'FactSet') return facts.flatMap(({ title, value }) => [title, value]);
  return Object.values(node).flatMap(shownTexts);
}
