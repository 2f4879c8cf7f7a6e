import { CamelCasePlugin, Kysely } from 'kysely';
import type { Log } from '../lib/log';
import { openSqlite } from './openSqlite';
import { postgresDialect } from './postgresDialect';
import type { Tables } from './schema';

/** The path that a `sqlite:` URL names; undefined for any other. */
export const sqlitePath = (databaseUrl: string): string | undefined => /^sqlite:(.+)$/.exec(databaseUrl)?.[1];

/** Opens a database as it is: its schema may be of any version. Columns are camelCase here and snake_case there. */
export function openDatabase(databaseUrl: string, log: Log): Kysely<Tables> {
  const path = sqlitePath(databaseUrl);
  const dialect = path === undefined ? postgresDialect(databaseUrl, log) : openSqlite(path);
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
}
