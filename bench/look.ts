import { join } from 'node:path';
import { startSandbox } from '../sandbox/startSandbox';
import { sandboxTokens } from '../src/identity/sandboxTokens';
import { systemClock as clock } from '../src/lib/clock';
import { newId } from '../src/lib/ids';
import { createLog } from '../src/lib/log';
import { createPartnerCenter } from '../src/partnerCenter/createPartnerCenter';
import { openStore } from '../src/storage/openStore';
import { createPoller } from '../src/watch/poller';
import type { Benchmark } from './benchmark';
import { startServer } from './support/startServer';
import { temporaryFolder } from './support/temporaryFolder';
import { timed } from './support/timed';

/** A look at Partner Center that finds 100 referrals, all of them known. */
export const look: Benchmark = {
  name: 'a look at 100 referrals, nothing new',
  floor: 'fetch and JSON.parse of the same page',
  operations: 40,
  rounds: 9,
  async prepare() {
    const page = await pageOfReferrals(100);
    // Plain bytes, so that the work of a Partner Center does not hide ours.
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(page);
    });
    const folder = temporaryFolder();
    const log = createLog('silent');
    const store = await openStore({ databaseUrl: `sqlite:${join(folder, 'desk.db')}`, log, clock });
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
    if (learnt.unknown !== 100) throw new Error(`The first look learnt ${learnt.unknown} referrals`);
    return {
      ours: (operations) => timed(operations, () => poller.lookNow()),
      floor: (operations) => timed(operations, () => readPage(server.origin)),
      async close() {
        await store.close();
        await server.close();
      },
    };
  },
};

const headers = { authorization: 'Bearer sandbox.referrals.service' };

async function pageOfReferrals(count: number): Promise<string> {
  const sandbox = await startSandbox({ world: 'empty', pageSize: count + 1 });
  try {
    sandbox.world.referrals.arrive({}, count);
    const answer = await fetch(`${sandbox.referralsApiUrl}/engagements/referrals`, { headers });
    return await answer.text();
  } finally {
    await sandbox.close();
  }
}

async function readPage(origin: string): Promise<unknown> {
  const answer = await fetch(`${origin}/engagements/referrals`, { headers });
  return JSON.parse(await answer.text());
}
