import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../../../sandbox/seed/random';
import { type Sandbox, startSandbox } from '../../../sandbox/startSandbox';
import { type FakeTeams, type Place, startFakeTeams, type TeamsUser } from '../../support/fakeTeams';
import { type Postgres, startPostgres } from '../../support/postgres';
import { TestClock } from '../../support/testClock';
import type { Press } from './press';

/** What one run of chaos is made of. */
export interface ChaosPlan {
  engine: 'SQLite' | 'PostgreSQL';
  replicas: number;
  kills: number;
  /** Everything that is left to chance follows from it, as far as processes and networks let it. */
  seed: string;
  /** ms between two referrals that arrive, on average. */
  arrivalsMs: number;
  /** How long a process works at most before it is killed, in ms. Where others may lead, longer than a lease lasts. */
  workMs: number;
  /** The run ends after so many ms, whatever it has killed by then. */
  limitMs: number;
}

/** Whom a run of chaos plays with: Teams, Partner Center, a database, and people. */
export interface Scene {
  plan: ChaosPlan;
  sandbox: Sandbox;
  teams: FakeTeams;
  channels: Place[];
  /** Who may decide in Partner Center. */
  deciders: TeamsUser[];
  /** Who may not, and presses all the same. */
  others: TeamsUser[];
  /** What people have pressed so far. */
  presses: Press[];
  /** What the programs are started with. */
  environment: Record<string, string>;
  /** Another sequence for each part of the run, so that none disturbs the others. */
  random(part: string): Random;
  /** From now on time is what the test makes it. */
  moveClock(): TestClock;
  now(): number;
  close(): Promise<void>;
}

/** How long before its deadline a referral is brought up, in seconds. */
export const scheduleSeconds: readonly number[] = [9, 6, 3];

const person = (last: string) => ({ aadObjectId: `5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f${last}` });

/** Starts all of it but the program that is to be killed. */
export async function startScene(plan: ChaosPlan): Promise<Scene> {
  let moved: TestClock | undefined;
  const now = () => moved?.now() ?? Date.now();
  const sandbox = await startSandbox({ world: 'empty', now, seed: plan.seed });
  const teams = await startFakeTeams({ now });
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-chaos-'));
  const postgres: Postgres | undefined = plan.engine === 'PostgreSQL' ? await startPostgres() : undefined;
  const { places } = teams;
  return {
    plan,
    sandbox,
    teams,
    channels: ['Deals', 'Azure', 'Nordics'].map((name) => places.addChannel(name)),
    deciders: [places.addPerson('Megan Bowen', person('1021')), places.addPerson('Isaiah Langer', person('1025'))],
    others: [places.addPerson('Lidia Holloway', person('1023')), places.addPerson('Diego Siciliani', person('1024'))],
    presses: [],
    environment: {
      IDENTITY: 'sandbox',
      POLL_INTERVAL_SECONDS: '0.5',
      WARNING_SCHEDULE: scheduleSeconds.map((seconds) => `${seconds}s`).join(','),
      REFERRALS_API_URL: sandbox.referralsApiUrl,
      PARTNER_CENTER_API_URL: sandbox.partnerCenterApiUrl,
      DATABASE_URL: postgres?.url ?? `sqlite:${join(folder, 'desk.db')}`,
    },
    random: (part) => new Random(`${plan.seed} ${part}`),
    now,
    moveClock: () => (moved = new TestClock(Date.now())),
    async close() {
      await Promise.all([teams.close(), sandbox.close(), postgres?.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
