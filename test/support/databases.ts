import type { Store } from '../../src/storage/store';

/** Where the storage tests of one engine have their databases from. */
export interface Databases {
  /** Before the first test. */
  readonly start: () => Promise<void>;
  /** The URL of a database as its migrations leave it. */
  readonly upToDate: () => Promise<string>;
  /** The URL of a database with no schema. */
  readonly bare: () => Promise<string>;
  readonly open: (databaseUrl: string) => Promise<Store>;
  /** After each test, with the stores that it opened. */
  readonly takeBack: (stores: Store[]) => Promise<void>;
  /** Runs one statement past the store. */
  readonly query: (databaseUrl: string, statement: string) => Promise<Record<string, unknown>[]>;
  /** After the last test; removes everything. */
  readonly stop: () => Promise<void>;
}
