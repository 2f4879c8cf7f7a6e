import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sandboxTokens } from '../src/identity/sandboxTokens';
import { systemClock as clock } from '../src/lib/clock';
import { newId } from '../src/lib/ids';
import { createLog } from '../src/lib/log';
import { createPartnerCenter } from '../src/partnerCenter/createPartnerCenter';
import { openStore } from '../src/storage/openStore';
import { createPoller } from '../src/watch/poller';
import type { Benchmark } from './benchmark';
import { listHeaders, pageOfReferrals } from './support/pageOfReferrals';
import { startServer } from './support/startServer';
import { temporaryFolder } from './support/temporaryFolder';
import { timed } from './support/timed';

const onPage = 100;

/** A quiet look at Partner Center, while so many referrals are known: it finds the page of those that changed last, nothing new. */
export const look = (known: number): Benchmark => ({
  name: `a quiet look, ${known} referrals known`,
  floor: 'fetch and JSON.parse of the same page',
  operations: 40,
  rounds: 9,
  async prepare() {
    const page = await pageOfReferrals(onPage);
    // Plain bytes, so that the work of a Partner Center does not hide ours.
    let calls = 0;
    const server = await startServer((_request, response) => {
      calls += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end(page);
    });
    const folder = temporaryFolder();
    const log = createLog('silent');
    const path = join(folder, 'desk.db');
    const store = await openStore({ databaseUrl: `sqlite:${path}`, log, clock });
    const urls = { referralsApiUrl: server.origin, partnerCenterApiUrl: server.origin };
    const poller = createPoller({
      partnerCenter: createPartnerCenter({ ...urls, fetch, clock, random: Math.random, newId, log }),
      tokens: sandboxTokens('service'),
      store,
      clock,
      intervalMs: 60_000,
      log,
      onWork: () => undefined,
    });
    const learnt = await poller.lookNow();
    if (learnt.unknown !== onPage) throw new Error(`The first look learnt ${learnt.unknown} referrals`);
    multiply(path, known / onPage);
    return {
      async ours(operations) {
        const before = calls;
        const took = await timed(operations, () => poller.lookNow());
        if (calls - before !== operations) throw new Error(`${operations} looks made ${calls - before} calls`);
        return took;
      },
      floor: (operations) => timed(operations, () => readPage(server.origin)),
      async close() {
        await store.close();
        await server.close();
      },
    };
  },
});

/** Makes so many of each referral in the ledger. */
function multiply(path: string, times: number): void {
  const database = new SqliteDatabase(path);
  const columns = database.pragma('table_info(ledger)') as { name: string }[];
  const others = columns.map(({ name }) => name).filter((name) => name !== 'referral_id');
  database
    .prepare(
      `with recursive copies (copy) as (select 2 union all select copy + 1 from copies where copy < ?)
       insert into ledger (referral_id, ${others.join(', ')})
       select referral_id || '-' || copy, ${others.join(', ')} from ledger, copies where copy <= ?`,
    )
    .run(times, times);
  database.close();
}

async function readPage(origin: string): Promise<unknown> {
  const answer = await fetch(`${origin}/engagements/referrals`, { headers: listHeaders });
  return JSON.parse(await answer.text());
}
