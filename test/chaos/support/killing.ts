import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../../sandbox/seed/random';
import type { Replica } from './replica';
import type { Scene } from './scene';

/** When a process is killed. */
const moments = [
  'while it starts',
  'while it works',
  'as it sends',
  'just after it sent',
  'as somebody presses',
] as const;
type Moment = (typeof moments)[number];

/** A kill during a start comes within so many ms. */
const longestStartMs = 1_500;
/** How long a start may take, in ms. */
const startMs = 30_000;
/** A kill during a press comes within so many ms: before, while and after it decides. */
const longestPressMs = 250;
/** How long to wait for a call of the bot, in ms. */
const callMs = 2_500;

/** Counts down over all replicas. */
export class KillBudget {
  readonly byMoment = new Map<string, number>();
  killed = 0;
  constructor(
    private readonly most: number,
    private readonly end: number,
    private readonly tell: (line: string) => void,
  ) {}

  get isSpent(): boolean {
    return this.killed >= this.most || Date.now() > this.end;
  }

  count(moment: Moment): void {
    this.killed += 1;
    this.byMoment.set(moment, (this.byMoment.get(moment) ?? 0) + 1);
    if (this.killed % 50 === 0) this.tell(`  ${this.killed} kills`);
  }
}

/** Starts one replica again and again, and kills it each time, until nothing is left of the budget; it is down then. */
export async function killAtRandom(scene: Scene, replica: Replica, budget: KillBudget, random: Random): Promise<void> {
  while (!budget.isSpent) {
    const moment = random.pick(moments);
    const started = replica.start();
    if (moment === 'while it starts') await Promise.race([wait(random.between(0, longestStartMs)), started]);
    else {
      const working = await Promise.race([started.then(() => true), wait(startMs, false, { ref: false })]);
      if (!working) replica.errors.push(`It did not listen within ${startMs} ms`);
      await untilMoment(scene, replica, moment, random);
    }
    if (await replica.kill()) budget.count(moment);
    else replica.errors.push('It ended by itself');
  }
}

async function untilMoment(scene: Scene, replica: Replica, moment: Moment, random: Random): Promise<void> {
  const { teams, presses, plan } = scene;
  await wait(random.between(0, plan.workMs));
  if (moment === 'while it works') return;
  const [seen, pressed] = [teams.requests.length, presses.length];
  for (const end = Date.now() + callMs; Date.now() < end;) {
    const news = teams.requests.slice(seen);
    const isThere =
      moment === 'as somebody presses'
        ? presses.slice(pressed).some((press) => press.replica === replica)
        : moment === 'as it sends'
          ? news.length > 0
          : news.some(({ answeredAt }) => answeredAt !== undefined);
    if (isThere) return wait(random.between(0, moment === 'as somebody presses' ? longestPressMs : 15));
    await wait(2);
  }
}
