import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

process.once('exit', () => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A new folder below the system's temporary one; it goes when the process does. */
export const temporaryFolder = (): string => newFolder(tmpdir());

/** The same in memory where the system has such a place, for what is not to wait for a disk. */
export const memoryFolder = (): string => newFolder(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir());

/** Containers often have a few MB there only. */
const enoughBytes = 1024 ** 3;

function hasRoom(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize >= enoughBytes;
  } catch {
    return false;
  }
}

function newFolder(below: string): string {
  const path = mkdtempSync(join(below, 'partner-desk-bench-'));
  made.push(path);
  return path;
}
