/** A string for a `$filter` expression: in single quotes, with quotes inside it doubled. */
export const odataString = (text: string): string => `'${text.replaceAll("'", "''")}'`;
