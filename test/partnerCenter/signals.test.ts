import { getEventListeners } from 'node:events';
import { sandboxTokens } from '../../src/identity/sandboxTokens';
import { createLog } from '../../src/lib/log';
import { createPartnerCenter } from '../../src/partnerCenter/createPartnerCenter';
import { TestClock } from '../support/testClock';

test('nothing listens any more to the signal of a request that is over, so that its answer can be forgotten', async () => {
  const signals: AbortSignal[] = [];
  const answering: typeof fetch = (_url, init) => {
    if (init?.signal) signals.push(init.signal);
    return Promise.resolve(Response.json({ value: [] }));
  };
  const partnerCenter = createPartnerCenter({
    referralsApiUrl: 'http://127.0.0.1/v1.0',
    partnerCenterApiUrl: 'http://127.0.0.1/v1',
    fetch: answering,
    clock: new TestClock(),
    random: Math.random,
    newId: () => 'id',
    log: createLog('silent'),
  });
  for await (const page of partnerCenter.listReferrals(sandboxTokens('megan'), {})) expect(page).toEqual([]);
  expect(signals).toHaveLength(1);
  expect(signals.flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
});
