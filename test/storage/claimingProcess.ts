import { systemClock } from '../../src/lib/clock';
import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import { aPost } from './behaviour/samples';

// A program: owes so many rows of its own while it carries out whatever is due, and writes a line for each that it carried out.

async function main(databaseUrl: string, who: string, rows: number): Promise<void> {
  const store = await openStore({ databaseUrl, log: createLog('silent'), clock: systemClock });
  const carryOutNext = async () => {
    const row = await store.outbox.claim(who, 1, 60_000);
    if (row && (await store.outbox.complete(row, 2))) console.log(row.id);
    return row !== undefined;
  };
  for (let i = 0; i < rows; i++) {
    await store.outbox.owe([aPost(`${who}-${i}`, 'abc'.charAt(i % 3), { position: i })]);
    await carryOutNext();
  }
  while (await carryOutNext());
  await store.close();
}

const [databaseUrl = '', who = '', rows = ''] = process.argv.slice(2);
void main(databaseUrl, who, Number(rows));
