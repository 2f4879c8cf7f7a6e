import pino from 'pino';
import { createPartnerCenter } from '../../../src/partnerCenter/createPartnerCenter';
import type { PartnerCenter } from '../../../src/partnerCenter/partnerCenter';
import { PartnerCenterError } from '../../../src/partnerCenter/partnerCenterError';
import type { TokenSource } from '../../../src/partnerCenter/tokenSource';
import { eventually } from '../../support/eventually';
import { TestClock } from '../../support/testClock';
import { type Heard, type ReplayServer, startReplayServer } from './replayServer';

/** The client against a server that replays, on a clock that the test moves. */
export interface ClientBench {
  server: ReplayServer;
  clock: TestClock;
  client: PartnerCenter;
  /** Everything that was logged, as text. */
  logged: string[];
}

/** Somebody with a token for each audience. */
export const megan: TokenSource = {
  who: 'megan',
  getToken: (audience) => Promise.resolve(`secret-of-megan-for-${audience}`),
};

/** A fresh bench for every test. Ids are `id-1`, `id-2`, … in the order they are made; a random number is always 0.5. */
export function useClient(): ClientBench {
  const bench = {} as ClientBench;
  beforeEach(async () => {
    const server = await startReplayServer();
    const clock = new TestClock();
    const logged: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
    let ids = 0;
    const client = createPartnerCenter({
      referralsApiUrl: `${server.origin}/v1.0`,
      partnerCenterApiUrl: `${server.origin}/v1/`,
      fetch,
      clock,
      random: () => 0.5,
      newId: () => `id-${++ids}`,
      log,
    });
    Object.assign(bench, { server, clock, client, logged });
  });
  afterEach(() => bench.server.close());
  return bench;
}

const ofTheConnection = /^(host|connection|user-agent|accept-language|accept-encoding|sec-fetch-mode|content-length)$/;

/** A request without what HTTP itself adds. */
export const asSent = ({ headers, ...rest }: Heard): Heard => ({
  ...rest,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheConnection.test(name))),
});

/** The error that a call ends in. */
export async function failureOf(call: Promise<unknown>): Promise<PartnerCenterError> {
  const outcome: unknown = await call.then(
    () => 'no failure',
    (error: unknown) => error,
  );
  if (outcome instanceof PartnerCenterError) return outcome;
  throw new Error(`Not a PartnerCenterError: ${String(outcome)}`, { cause: outcome });
}

/** Everything that a list gives, page by page. */
export async function pagesOf<T>(list: AsyncIterable<T[]>): Promise<T[][]> {
  const pages: T[][] = [];
  for await (const page of list) pages.push(page);
  return pages;
}

/** Resolves when the client waits until exactly `ms` from now, having asked `asked` times. */
export async function untilWaiting({ clock, server }: ClientBench, asked: number, ms: number): Promise<void> {
  await eventually(`${asked} requests, then a wait of ${ms} ms`, () => {
    return server.heard.length === asked && clock.nextWake() === clock.now() + ms;
  });
}
