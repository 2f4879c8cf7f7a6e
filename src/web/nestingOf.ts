/** How deep objects and lists are nested in a JSON text, told in one pass without parsing it. */
export function nestingOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const sign = json[i];
    if (sign === '"') quoted = !quoted;
    else if (quoted && sign === '\\') i++;
    else if (!quoted && (sign === '[' || sign === '{')) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (sign === ']' || sign === '}')) depth--;
  }
  return deepest;
}
