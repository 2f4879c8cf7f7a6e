type Json = Record<string, unknown>;

/** Every Action.Execute anywhere in a card, also behind a ShowCard. */
export function executesIn(node: unknown): Json[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as Json).type === 'Action.Execute' ? [node as Json] : [];
  return [...own, ...Object.values(node).flatMap(executesIn)];
}
