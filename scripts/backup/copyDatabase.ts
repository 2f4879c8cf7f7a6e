import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sqlitePath } from '../../src/storage/openDatabase';
import { BackupError } from './backupError';

/**
 * Copies a SQLite database as it is at one moment, also while Partner Desk writes to it, and checks the copy. The file appears
 * under its name when it is whole.
 * @throws BackupError when there is nothing to copy, the file is there already, or the copy is damaged
 */
export function copyDatabase(databaseUrl: string, file: string): void {
  const path = sqlitePath(databaseUrl);
  if (path === undefined) {
    throw new BackupError(
      'DATABASE_URL names a PostgreSQL database: make the backup with pg_dump, as docs/operations.md says.',
    );
  }
  if (!existsSync(path)) throw new BackupError(`There is no database ${path}. Check DATABASE_URL.`);
  if (existsSync(file)) throw new BackupError(`${file} exists already, and nothing is overwritten. Name another file.`);
  if (!existsSync(dirname(file))) throw new BackupError(`There is no folder ${dirname(file)}.`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    snapshot(path, unfinished);
    check(unfinished);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

// https://www.sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause: one read transaction, so writers are not held up.
function snapshot(path: string, to: string): void {
  // It holds customers' data, and nobody else is to read it while it is being written.
  closeSync(openSync(to, 'wx', 0o600));
  const database = new SqliteDatabase(path, { readonly: true, timeout: 10_000 });
  try {
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
  chmodSync(to, 0o600);
  const copy = openSync(to, 'r+');
  fsyncSync(copy);
  closeSync(copy);
}

function check(file: string): void {
  const copy = new SqliteDatabase(file, { readonly: true });
  try {
    const found = copy.pragma('integrity_check', { simple: true });
    if (found !== 'ok')
      throw new BackupError(`The copy is damaged (${String(found)}), and so is the database perhaps.`);
  } finally {
    copy.close();
  }
}
