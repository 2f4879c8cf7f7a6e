import type { Engine } from '../../support/onEngine';
import { anAuditEntry } from './samples';

const begun = (referenceId: string, at: number) => anAuditEntry({ outcome: 'begun', referenceId, at });

export function auditBehaviour({ name, newDatabase, open, query }: Engine): void {
  async function twoEntries() {
    const url = await newDatabase();
    const { audit } = await open(url);
    await audit.append(anAuditEntry({ at: 1_000, subject: 'old' }));
    await audit.append(anAuditEntry({ at: 2_000, subject: 'young' }));
    const subjects = async () => (await audit.page(0, 10)).map(({ subject }) => subject);
    return { url, audit, subjects };
  }

  test('entries come back as they were written, a page at a time, in the order of writing', async () => {
    const { audit } = await open();
    const denied = anAuditEntry({ subject: null, conversationId: null, before: null, after: null, outcome: 'denied' });
    await audit.append(anAuditEntry());
    await audit.append(denied);
    const [first] = await audit.page(0, 1);
    expect(first).toEqual({ ...anAuditEntry(), id: expect.any(Number) });
    expect(await audit.page(first?.id ?? 0, 10)).toEqual([{ ...denied, id: expect.any(Number) }]);
  });

  test('the entries about one thing are found, and no others', async () => {
    const { audit } = await open();
    await audit.append(anAuditEntry({ outcome: 'begun' }));
    await audit.append(anAuditEntry({ subject: 'other' }));
    await audit.append(anAuditEntry({ outcome: 'done' }));
    expect((await audit.ofSubject('r')).map(({ outcome }) => outcome)).toEqual(['begun', 'done']);
  });

  test('what was begun and never ended is found, in its time', async () => {
    const { audit } = await open();
    await audit.append(begun('early', 10));
    await audit.append(begun('ended', 20));
    await audit.append(begun('open', 20));
    await audit.append(begun('late', 30));
    await audit.append(anAuditEntry({ outcome: 'failed', referenceId: 'ended', at: 21 }));
    expect((await audit.unfinished(20, 30)).map(({ referenceId }) => referenceId)).toEqual(['open']);
  });

  test('an entry goes with its transaction', async () => {
    const store = await open();
    const failing = store.transaction(async (tx) => {
      await tx.audit.append(anAuditEntry());
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await store.audit.page(0, 10)).toEqual([]);
  });

  test('erasing takes what is older than the bound and nothing else', async () => {
    const { audit, subjects } = await twoEntries();
    expect(await audit.erase(2_000)).toBe(1);
    expect(await subjects()).toEqual(['young']);
    expect(await audit.erase(2_000)).toBe(0);
    expect(await audit.erase(500)).toBe(0);
    expect(await subjects()).toEqual(['young']);
  });

  const columns = '(id, at, actor_id, actor_name, action, outcome, reference_id, request_ids)';
  const attacks = {
    'an update': `update audit set actor_name = 'nobody'`,
    'a deletion': `delete from audit where subject = 'old'`,
    'a deletion of everything': 'delete from audit',
    'setting the retention back': 'update audit_retention set erasable_before = -1',
    'a second retention': 'insert into audit_retention values (9999)',
    'dropping the retention': 'delete from audit_retention',
    ...(name === 'SQLite'
      ? {
          'replacing an entry': `insert or replace into audit ${columns} values (1, 1, '', '', '', '', '', '[]')`,
        }
      : {
          'truncating it': 'truncate audit',
          'truncating the retention': 'truncate audit_retention',
          'replacing an entry': `insert into audit ${columns} values (1, 1, '', '', '', '', '', '[]') on conflict (id) do update set at = 0`,
        }),
  };

  test.each(Object.entries(attacks))('the database itself refuses %s', async (_what, statement) => {
    const { url, audit } = await twoEntries();
    const before = await audit.page(0, 10);
    await expect(query(url, statement)).rejects.toThrow('the audit trail can only be added to');
    expect(await audit.page(0, 10)).toEqual(before);
  });
}
