import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

process.once('exit', () => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A new folder below the system's temporary one; it goes when the process does. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'partner-desk-bench-'));
  made.push(path);
  return path;
}
