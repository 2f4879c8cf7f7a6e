import { writeSync } from 'node:fs';
import { systemClock } from '../../src/lib/clock';
import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import { anEntry, aPost } from './behaviour/samples';

// A program: writes until it is killed, and a line for each transaction that the database has acknowledged.

async function main(databaseUrl: string, who: string): Promise<void> {
  const store = await openStore({ databaseUrl, log: createLog('silent'), clock: systemClock });
  for (let i = 0; ; i++) {
    const id = `${who}-${i}`;
    await store.transaction(async (tx) => {
      await tx.ledger.save(anEntry(id));
      await tx.outbox.owe([aPost(id, 'c')]);
    });
    writeSync(1, `${id}\n`);
  }
}

const [databaseUrl = '', who = ''] = process.argv.slice(2);
void main(databaseUrl, who);
