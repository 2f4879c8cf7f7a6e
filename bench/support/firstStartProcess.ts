import { join } from 'node:path';
import { sandboxTokens } from '../../src/identity/sandboxTokens';
import { systemClock as clock } from '../../src/lib/clock';
import { newId } from '../../src/lib/ids';
import { createLog } from '../../src/lib/log';
import { createPartnerCenter } from '../../src/partnerCenter/createPartnerCenter';
import { openStore } from '../../src/storage/openStore';
import { createPoller } from '../../src/watch/poller';
import type { FirstStart } from '../firstStart';
import { memoryFolder } from './temporaryFolder';

/** What is alive at this moment, in bytes. */
function aliveBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Looks for the first time ever at the Partner Center that the argument names, with one channel that watches everything. */
async function main(): Promise<void> {
  const origin = process.argv[2] ?? '';
  const log = createLog('silent');
  const store = await openStore({ databaseUrl: `sqlite:${join(memoryFolder(), 'desk.db')}`, log, clock });
  const conversationId = '19:0001channel@thread.tacv2';
  const place = { id: conversationId, kind: 'channel' as const, serviceUrl: 'http://127.0.0.1/', botId: '28:bot' };
  const facts = { tenantId: null, teamId: null, name: 'Deals', locale: null, timeZone: null, installedAt: clock.now() };
  await store.conversations.save({ ...place, ...facts });
  const owner = { ownerId: newId(), ownerName: 'Megan Bowen' };
  await store.watches.start({ id: newId(), conversationId, ...owner, startedAt: clock.now() });
  const before = aliveBytes();
  let peakBytes = 0;
  const poller = createPoller({
    partnerCenter: createPartnerCenter({
      referralsApiUrl: origin,
      partnerCenterApiUrl: origin,
      fetch: (...call) => {
        peakBytes = Math.max(peakBytes, aliveBytes() - before);
        return fetch(...call);
      },
      clock,
      random: Math.random,
      newId,
      log,
    }),
    tokens: sandboxTokens('service'),
    store,
    clock,
    intervalMs: 60_000,
    log,
    onWork: () => undefined,
  });
  const { unknown: learnt, owed } = await poller.lookNow();
  await store.close();
  process.send?.({ peakBytes, learnt, owed } satisfies FirstStart);
  process.disconnect();
}

process.once('disconnect', () => process.exit());
void main();
