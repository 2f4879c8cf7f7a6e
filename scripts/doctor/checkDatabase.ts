import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Log } from '../../src/lib/log';
import { explainError } from '../../src/storage/explainError';
import { migrations } from '../../src/storage/migrations';
import { openDatabase, sqlitePath } from '../../src/storage/openDatabase';
import { takeProcessLock } from '../../src/storage/processLock';
import type { Tables } from '../../src/storage/schema';
import { ok, problem, unknown, type Finding } from './finding';

/** What was found, and whether the program of this version can use the database as it is. */
export interface DatabaseCheck {
  findings: Finding[];
  isCurrent: boolean;
}

const what = 'database';
class Undone extends Error {}

/** Looks at the database and leaves it as it is: nothing is made or brought up to date. */
export async function checkDatabase(databaseUrl: string, log: Log): Promise<DatabaseCheck> {
  const path = sqlitePath(databaseUrl);
  if (path !== undefined && !existsSync(path)) return { findings: [willBeMade(path)], isCurrent: false };
  const name = path ?? 'the PostgreSQL server';
  try {
    const db = openDatabase(databaseUrl, log);
    try {
      return await checkSchema(db, databaseUrl, name);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    const explained = explainError(error, name);
    const text = explained instanceof Error ? explained.message : String(explained);
    return { findings: [problem(what, `${text} Check DATABASE_URL.`)], isCurrent: false };
  }
}

async function checkSchema(db: Kysely<Tables>, databaseUrl: string, name: string): Promise<DatabaseCheck> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const isEmpty = !tables.some((table) => table.name === 'kysely_migration');
  const steps = isEmpty ? [] : (await sql<{ name: string }>`select name from kysely_migration`.execute(db)).rows;
  if (steps.some((step) => !(step.name in migrations))) {
    const newer = 'was used by a newer version of Partner Desk: install that version or a later one';
    return { findings: [problem(what, `${name} ${newer}.`)], isCurrent: false };
  }
  const missing = Object.keys(migrations).length - steps.length;
  if (missing > 0) {
    const text = `${name} can be reached; the next start brings it up to date (${missing} steps). Make a backup first.`;
    return { findings: [ok(what, text)], isCurrent: false };
  }
  await writeAndUndo(db);
  return {
    findings: [ok(what, `${name} is up to date and can be written to`), await lock(databaseUrl)],
    isCurrent: true,
  };
}

/** Rejects where the database cannot be written to. */
async function writeAndUndo(db: Kysely<Tables>): Promise<void> {
  const attempt = db.transaction().execute(async (tx) => {
    const row = { name: 'doctor', value: '', updatedAt: 0 };
    await tx
      .insertInto('cursors')
      .values(row)
      .onConflict((oc) => oc.column('name').doNothing())
      .execute();
    throw new Undone();
  });
  await attempt.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
}

async function lock(databaseUrl: string): Promise<Finding> {
  const isShared = sqlitePath(databaseUrl) === undefined;
  if (isShared) return ok('lock', 'any number of processes may serve PostgreSQL');
  const held = await takeProcessLock(databaseUrl, 0).catch(() => undefined);
  held?.release();
  return ok('lock', held ? 'no process serves the database at the moment' : 'Partner Desk is running on it');
}

function willBeMade(path: string): Finding {
  let folder = dirname(resolve(path));
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return unknown(what, `${path} does not exist yet; the first start makes it`);
  } catch {
    return problem(what, `${path} cannot be made, because ${folder} cannot be written to. Give this user the right.`);
  }
}
