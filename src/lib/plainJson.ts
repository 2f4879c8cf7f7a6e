/** Names that change how an object behaves: what compares, prints or copies it would trip over them. */
const notPlain = new Set(['__proto__', 'constructor', 'toString', 'valueOf', 'toJSON']);
/** Where none of them can be, however it is written, nothing is looked through. */
const suspicious = /"(?:__proto__|constructor|toString|valueOf|toJSON)"|\\u00/;

/**
 * Parses JSON that a stranger wrote, without the names by which a value could pretend to be something else.
 * @throws SyntaxError
 */
export const plainJson = (text: string): unknown =>
  suspicious.test(text)
    ? JSON.parse(text, (name, value: unknown) => (notPlain.has(name) ? undefined : value))
    : JSON.parse(text);
