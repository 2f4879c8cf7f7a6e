import { errorCode } from './errorCode';
import { StorageError } from './storageError';

/** Beginnings of error codes of SQLite, Node and PostgreSQL, and what a person does about them; `%` is the database. */
const sentences: readonly (readonly [codes: readonly string[], sentence: string])[] = [
  // https://www.sqlite.org/rescode.html
  [['SQLITE_BUSY'], 'The database % stays locked by another process; stop the other program that uses it.'],
  [
    ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST'],
    'The database % cannot be written; give this program a folder and a file that it may write.',
  ],
  [['SQLITE_FULL', 'ENOSPC', '53100'], 'There is no room left for the database %; free some disk space.'],
  [['SQLITE_IOERR'], 'The disk below the database % fails; check the disk.'],
  [['SQLITE_CORRUPT', 'SQLITE_NOTADB'], 'The file % is damaged or not a SQLite database; restore it from a backup.'],
  // https://nodejs.org/api/errors.html#common-system-errors
  [
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'],
    'Cannot connect to the database %; check DATABASE_URL and that the server runs.',
  ],
  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  [['08', '57P'], 'The connection to the database % was lost; check that the server runs.'],
  [['28'], 'The database % refuses the user or password of DATABASE_URL.'],
  [['3D000'], 'The database % does not exist; create it, or correct DATABASE_URL.'],
  [
    ['42501'],
    'The user of DATABASE_URL may not do that in the database %; grant it the right to create and write tables.',
  ],
  [['53300'], 'The database % has no connection left; raise its limit or stop other programs.'],
  [['57014', '55P03', '25P03'], 'The database % took too long; look for a long transaction or an overloaded server.'],
  [['25006'], 'The database % is read-only; point DATABASE_URL to the primary server.'],
];

/** What `pg` says without a code when a connection breaks or cannot be made in time. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The {@link StorageError} for what a database threw, where a person must act; anything else comes back as it is. */
export function explainError(error: unknown, database: string): unknown {
  const { message } = Object(error) as { message?: unknown };
  const code = lostConnection.test(String(message)) ? '08' : errorCode(error);
  const match = sentences.find(([codes]) => codes.some((start) => code.startsWith(start)));
  return match
    ? new StorageError(
        match[1].replace('%', () => database),
        { cause: error },
      )
    : error;
}
