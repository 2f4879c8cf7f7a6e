import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a built file (`src/index.js`), whether we run from `dist` or, in a test, from the sources. */
export function builtFile(path: string): string {
  const root = join(__dirname, '../..');
  const here = join(root, path);
  return existsSync(here) ? here : join(root, 'dist', path);
}
