/** The code that Node, SQLite or PostgreSQL gave an error, else the empty string. */
export function errorCode(error: unknown): string {
  // By shape: SQLite's errors are made by native code, and not always of this context's Error.
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
