import type SqliteDatabase from 'better-sqlite3';
import type { SqliteDatabase as KyselyDatabase } from 'kysely';

/** More than there are different queries, apart from those whose lists vary in length. */
const most = 250;

/** The database with each statement prepared once: preparing takes longer than most of them run. */
export function preparedStatements(database: SqliteDatabase.Database): KyselyDatabase {
  const statements = new Map<string, SqliteDatabase.Statement<readonly unknown[]>>();
  return {
    close: () => void database.close(),
    prepare(sql) {
      const statement = statements.get(sql) ?? database.prepare<readonly unknown[]>(sql);
      // The one that was used longest ago comes first, and goes first.
      statements.delete(sql);
      statements.set(sql, statement);
      const [oldest] = statements.keys();
      if (statements.size > most && oldest !== undefined) statements.delete(oldest);
      return statement;
    },
  };
}
