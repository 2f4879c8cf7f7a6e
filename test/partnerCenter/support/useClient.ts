import pino from 'pino';
import { createPartnerCenter } from '../../../src/partnerCenter/createPartnerCenter';
import type { PartnerCenter } from '../../../src/partnerCenter/partnerCenter';
import { PartnerCenterError } from '../../../src/partnerCenter/partnerCenterError';
import type { TokenSource } from '../../../src/partnerCenter/tokenSource';
import { eventually } from '../../support/eventually';
import { TestClock } from '../../support/testClock';
import { type ReceivedRequest, type Replay, type ReplayedAnswer, startReplay } from './replay';

/** The client against a server that replays, on a clock that the test moves. */
export interface ClientBench {
  replay: Replay;
  clock: TestClock;
  client: PartnerCenter;
  /** Every line of the log. */
  logged: string[];
  /** Queues what is answered next. */
  reply(...answers: ReplayedAnswer[]): void;
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
    const replay = await startReplay();
    const clock = new TestClock();
    const logged: string[] = [];
    let ids = 0;
    const client = createPartnerCenter({
      referralsApiUrl: `${replay.origin}/v1.0`,
      partnerCenterApiUrl: `${replay.origin}/v1/`,
      fetch,
      clock,
      random: () => 0.5,
      newId: () => `id-${++ids}`,
      log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    });
    const reply = (...answers: ReplayedAnswer[]) => void replay.answers.push(...answers);
    Object.assign(bench, { replay, clock, client, logged, reply });
  });
  afterEach(() => bench.replay.close());
  return bench;
}

/** What HTTP itself adds; `no-cache` belongs to every request with `If-Match` (https://fetch.spec.whatwg.org). */
const ofHttp =
  /^(host|connection|user-agent|accept-language|accept-encoding|sec-fetch-mode|content-length|pragma|cache-control)$/;

/** A request without what HTTP itself adds. */
export const asSent = ({ headers, ...rest }: ReceivedRequest): ReceivedRequest => ({
  ...rest,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofHttp.test(name))),
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

/** Resolves when the client has asked so many times and its next deed comes exactly `ms` from now. */
export async function untilWaiting({ clock, replay }: ClientBench, asked: number, ms: number): Promise<void> {
  await eventually(`${asked} requests, then a wait of ${ms} ms`, () => {
    return replay.requests.length === asked && clock.nextWake() === clock.now() + ms;
  });
}
