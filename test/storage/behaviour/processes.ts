import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Engine } from '../../support/onEngine';
import { aConversation } from './samples';

const hook = join(__dirname, '../../support/registerTypeScript.js');
const conversationIds = ['a', 'b', 'c'];

/** Runs one of the programs of this folder as a process of its own; `onLine` may kill it. Gives the whole lines it wrote. */
async function run(
  program: string,
  args: string[],
  onLine?: (line: number, kill: () => void) => void,
): Promise<string[]> {
  const child = spawn(process.execPath, ['-r', hook, join(__dirname, '..', program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    onLine?.(lines.length, () => child.kill('SIGKILL'));
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode) throw new Error(`${program} ended with ${exitCode}`);
  return lines;
}

export function processesBehaviour({ name, newDatabase, open, query }: Engine): void {
  test('two processes that write and claim together lose nothing and carry out nothing twice', async () => {
    const url = await newDatabase();
    const store = await open(url);
    for (const id of conversationIds) await store.conversations.save(aConversation(id));
    const each = 100;
    const claims = await Promise.all(['one', 'two'].map((who) => run('claimingProcess.ts', [url, who, String(each)])));
    expect(new Set(claims.flat()).size).toBe(2 * each);
    expect(claims.flat()).toHaveLength(2 * each);
    expect(await store.outbox.depth()).toEqual({ owed: 0, retrying: 0, buried: 0, oldestDueAt: null });
    expect(await query(url, `select id from outbox where state = 'done'`)).toHaveLength(2 * each);
  });

  test('a process that is killed in the middle of writing leaves all that it acknowledged, and nothing by halves', async () => {
    const url = await newDatabase();
    await (await open(url)).conversations.save(aConversation('c'));
    const acknowledged: string[] = [];
    for (const rows of [1, 30, 75]) {
      const lines = await run('writingProcess.ts', [url, `after${rows}`], (line, kill) => line === rows && kill());
      expect(lines.length).toBeGreaterThanOrEqual(rows);
      acknowledged.push(...lines);
    }
    const store = await open(url);
    expect([...(await store.ledger.findMany(acknowledged)).keys()]).toHaveLength(acknowledged.length);
    const halves = await query(
      url,
      'select l.referral_id from ledger l full join outbox o on o.referral_id = l.referral_id where o.id is null or l.version is null',
    );
    expect(halves).toEqual([]);
    const health = name === 'SQLite' ? await query(url, 'pragma integrity_check') : [{ integrity_check: 'ok' }];
    expect(health).toEqual([{ integrity_check: 'ok' }]);
  });
}
