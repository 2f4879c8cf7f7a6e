import type { AuditFacts, AuditRow } from '../../storage/auditEntry';
import type { Store } from '../../storage/store';
import { csvCell } from './csvCell';
import type { CsvColumn } from './csvColumn';

const rowsPerPage = 1_000;

const column = (header: string, value: (row: AuditRow) => unknown): CsvColumn => ({
  header,
  cell: (row) => csvCell(header, value(row as AuditRow)),
});

const facts = (of: AuditFacts | null): string =>
  Object.entries(of ?? {})
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');

/** The columns of the audit trail. */
export const auditColumns: readonly CsvColumn[] = [
  column('Number', ({ id }) => id),
  column('Time (UTC)', ({ at }) => new Date(at).toISOString()),
  column('Person', ({ actorName }) => actorName),
  column('Entra object ID', ({ actorId }) => actorId),
  column('Action', ({ action }) => action),
  column('Outcome', ({ outcome }) => outcome),
  column('Subject', ({ subject }) => subject),
  column('Before', ({ before }) => facts(before)),
  column('After', ({ after }) => facts(after)),
  column('Conversation', ({ conversationId }) => conversationId),
  column('Reference', ({ referenceId }) => referenceId),
  column('Request IDs', ({ requestIds }) => requestIds),
];

/** The whole audit trail, oldest first, a page at a time. */
export async function* auditRows({ audit }: Pick<Store, 'audit'>): AsyncIterable<AuditRow[]> {
  let after = 0;
  for (;;) {
    const page = await audit.page(after, rowsPerPage);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}
