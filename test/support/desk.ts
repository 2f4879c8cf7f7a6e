import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFolder } from '../../bench/support/temporaryFolder';
import { type Sandbox, startSandbox } from '../../sandbox/startSandbox';
import { type App, startApp } from '../../src/app';
import { loadConfig, type Config } from '../../src/config';
import { createLog } from '../../src/lib/log';
import { homeTenant } from './entra/directory';
import type { Entra } from './entra/startEntra';
import { type FakeTeams, startFakeTeams, type TeamsUser } from './fakeTeams';
import type { Place } from './teams/places';
import { TestClock } from './testClock';

/** The whole product with a Partner Center and a Teams around it, on real HTTP and a clock that the test moves. */
export interface TestDesk {
  clock: TestClock;
  sandbox: Sandbox;
  teams: FakeTeams;
  /** Referrals admin and Admin agent. */
  megan: TeamsUser;
  /** Referrals admin. */
  isaiah: TeamsUser;
  /** Referrals user: sees only what names him. */
  alex: TeamsUser;
  /** No role in Partner Center. */
  diego: TeamsUser;
  channel: Place;
  /** What the log says from `warn` on. */
  logged: Record<string, unknown>[];
  app: App;
  databaseUrl: string;
  /** Starts the bot again, on the same database, after `app.stop()`; with other variables where some are named. */
  start(env?: Record<string, string>): Promise<void>;
  /** Starts one more bot on the same database, with other variables where some are named; Teams goes on writing to the first. */
  startAnother(env?: Record<string, string>): Promise<App>;
  /** Moves the clock in small steps until `look` gives something; fails after two simulated minutes. */
  until<T>(what: string, look: () => T | undefined | false): Promise<T>;
  close(): Promise<void>;
}

export interface TestDeskOptions {
  /** Where the time comes from that it all goes by. */
  clock?: TestClock;
  /** People sign in here; without one everybody has sandbox tokens. */
  entra?: Entra;
  /** Changes what the environment came to. */
  adjust?: (config: Config) => Config;
  world?: 'seeded' | 'empty';
  /** How far Partner Center's clock is ahead of ours, in ms; behind when negative. */
  partnerCenterAheadMs?: number;
  env?: Record<string, string>;
  /** The way out to everything that is not here. */
  fetch?: typeof fetch;
}

/** What the sandbox knows of an Entra. */
const entraTrust = ({ authorityHost }: Entra) => ({
  keysUrl: `${authorityHost}/${homeTenant}/discovery/v2.0/keys`,
  tenantId: homeTenant,
});

const person = (last: string) => ({ aadObjectId: `5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f${last}` });

export async function startDesk({
  world = 'empty',
  env = {},
  clock = new TestClock(),
  entra,
  adjust = (config) => config,
  partnerCenterAheadMs = 0,
  fetch: fetchHttp = fetch,
}: TestDeskOptions = {}): Promise<TestDesk> {
  const now = () => clock.elsewhere();
  const sandbox = await startSandbox({
    world,
    now: () => now() + partnerCenterAheadMs,
    ...(entra ? { entra: entraTrust(entra) } : {}),
  });
  const teams = await startFakeTeams({ now });
  const folder = memoryFolder();
  const environment = {
    IDENTITY: 'sandbox',
    PORT: '0',
    POLL_INTERVAL_SECONDS: '1',
    REFERRALS_API_URL: sandbox.referralsApiUrl,
    PARTNER_CENTER_API_URL: sandbox.partnerCenterApiUrl,
    DATABASE_URL: `sqlite:${join(folder, 'desk.db')}`,
    LOG_LEVEL: 'warn',
    ...env,
  };
  const logged: TestDesk['logged'] = [];
  const log = createLog(environment.LOG_LEVEL, {
    write: (line) => void logged.push(JSON.parse(line) as TestDesk['logged'][0]),
  });
  const startAnother = (changes: Record<string, string> = {}) => {
    const config = adjust(loadConfig({ ...environment, ...changes }));
    return startApp(config, log, { clock, fetch: fetchHttp, random: Math.random });
  };
  const start = async (changes: Record<string, string> = {}) => {
    const app = await startAnother(changes);
    teams.botUrl = `http://127.0.0.1:${app.port}/api/messages`;
    return app;
  };
  const desk: TestDesk = {
    clock,
    sandbox,
    teams,
    megan: teams.places.addPerson('Megan Bowen', person('1021')),
    alex: teams.places.addPerson('Alex Wilber', person('1022')),
    diego: teams.places.addPerson('Diego Siciliani', person('1024')),
    isaiah: teams.places.addPerson('Isaiah Langer', person('1025')),
    channel: teams.places.addChannel('Referrals'),
    logged,
    databaseUrl: environment.DATABASE_URL,
    app: await start(),
    startAnother,
    async start(changes) {
      desk.app = await start(changes);
    },
    async until(what, look) {
      for (let step = 0; step < 1200; step++) {
        const seen = look();
        if (seen !== undefined && seen !== false) return seen;
        await clock.advance(100);
        // Requests are real: they need the event loop, not the clock.
        for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      }
      throw new Error(`It did not come to this: ${what}`);
    },
    async close() {
      await desk.app.stop();
      await Promise.all([teams.close(), sandbox.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return desk;
}
