import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Benchmark } from './benchmark';
import { pageOfReferrals } from './support/pageOfReferrals';
import { startServer } from './support/startServer';

const onPage = 100;
/** The floor reads one page for so many. */
const share = 10;

/** What the process that starts says: the most memory that it held more than before, and what it did. */
export interface FirstStart {
  peakBytes: number;
  learnt: number;
  owed: number;
}

/** The memory that the first start of all takes while it learns what is open; an operation is a page of 100. */
export const firstStart = (pages: number): Benchmark => ({
  name: `a first start with ${pages * onPage} open referrals`,
  floor: `the same with ${(pages * onPage) / share}`,
  unit: 'memory',
  operations: pages,
  rounds: 1,
  async prepare() {
    const upstream = await startPages();
    const peakBytes = async (pagesOpen: number): Promise<number> => {
      const { result, calls } = await upstream.start(pagesOpen);
      // One call more than there are pages: it first asks from where the looks go on later.
      if (result.learnt !== pagesOpen * onPage || result.owed > 0 || calls !== pagesOpen + 1) {
        throw new Error(`${calls} calls for ${pagesOpen} pages: ${JSON.stringify(result)}`);
      }
      return result.peakBytes;
    };
    return {
      ours: (operations) => peakBytes(operations),
      floor: (operations) => peakBytes(Math.max(1, operations / share)),
      close: () => upstream.close(),
    };
  },
});

/** A Partner Center with so many pages of referrals as it is told, and processes that start on it. */
async function startPages() {
  const { value } = JSON.parse(await pageOfReferrals(1)) as { value: [object] };
  let pages = 0;
  let calls = 0;
  const server = await startServer((request, response) => {
    calls += 1;
    const page = Number(new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('$skiptoken') ?? 0);
    const referrals = Array.from({ length: onPage }, (_, i) => ({ ...value[0], id: `referral-${page}-${i}` }));
    const next = `http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=${page + 1}`;
    const body = { value: referrals, ...(page + 1 < pages ? { '@odata.nextLink': next } : {}) };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  return {
    close: () => server.close(),
    async start(pagesOpen: number) {
      [pages, calls] = [pagesOpen, 0];
      const program = join(__dirname, 'support', 'firstStartProcess.js');
      const child = fork(program, [server.origin], { execArgv: ['--expose-gc'] });
      const ended = once(child, 'exit');
      const [result] = (await Promise.race([once(child, 'message'), ended])) as [FirstStart];
      await ended;
      return { result, calls };
    },
  };
}
