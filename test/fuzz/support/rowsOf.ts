import Database from 'better-sqlite3';

type Row = Record<string, unknown>;

/** What stands in the tables that people's wishes end up in. */
export function rowsOf(databaseUrl: string): Record<'watches' | 'drafts' | 'file_offers' | 'conversations', Row[]> {
  const database = new Database(databaseUrl.replace('sqlite:', ''), { readonly: true });
  const all = (table: string) => database.prepare<[], Row>(`select * from ${table}`).all();
  const rows = {
    watches: all('watches'),
    drafts: all('drafts'),
    file_offers: all('file_offers'),
    conversations: all('conversations'),
  };
  database.close();
  return rows;
}
