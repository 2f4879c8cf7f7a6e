import { freePort } from '../../../scripts/demo/freePort';
import { arriveAtRandom } from './arrivals';
import { checkAdoption } from './checkAdoption';
import { checkCards } from './checkCards';
import { checkDecisions } from './checkDecisions';
import { checkReminders } from './checkReminders';
import { killAtRandom, KillBudget } from './killing';
import { pressAtRandom } from './press';
import { Replica } from './replica';
import { newReport, type ReportedRun } from './report';
import { type ChaosPlan, type Scene, startScene } from './scene';
import { sentCards } from './sentCards';
import { longestMs, settle } from './settle';
import { storm } from './storm';

/** Kills the built program again and again while everything around it fails, and then looks at what has become of it all. */
export async function runChaos(plan: ChaosPlan, tell: (line: string) => void): Promise<ReportedRun> {
  const scene = await startScene(plan);
  const replicas: Replica[] = [];
  try {
    for (let index = 0; index < plan.replicas; index++) {
      replicas.push(new Replica(scene.environment, await freePort(0)));
    }
    await beginToWatch(scene, replicas);
    const { ids, kills } = await disturb(scene, replicas, tell);
    const report = newReport(ids, kills);
    const deaths = replicas.flatMap((replica) => replica.deaths);
    await lookAtIt(scene, deaths, report, tell);
    const errors = replicas.flatMap((replica) => replica.errors);
    tell(`  errors in the programs' logs: ${errors.length}${errors[0] ? `, such as ${errors[0].slice(0, 300)}` : ''}`);
    return report;
  } finally {
    await Promise.all(replicas.map((replica) => replica.kill()));
    await scene.close();
  }
}

async function beginToWatch({ teams, channels, deciders: [by] }: Scene, [first]: readonly Replica[]): Promise<void> {
  if (!first || !by) throw new Error('Nobody is there');
  await first.start();
  teams.botUrl = first.url;
  for (const place of channels) await teams.say({ by, in: place }, 'watch');
  // In order, so that the lead is handed back and the chaos begins at once.
  await first.kill('SIGTERM');
}

/** Everything at once, until enough was killed. */
async function disturb(scene: Scene, replicas: readonly Replica[], tell: (line: string) => void) {
  const { plan } = scene;
  const started = Date.now();
  const calm = new AbortController();
  const storming = storm(scene, calm.signal);
  const arriving = arriveAtRandom(scene, calm.signal);
  const pressing = pressAtRandom(scene, replicas, calm.signal);
  const budget = new KillBudget(plan.kills, Date.now() + plan.limitMs, tell);
  await Promise.all(
    replicas.map((replica, index) => killAtRandom(scene, replica, budget, scene.random(`kills of ${index}`))),
  );
  calm.abort();
  const [failures, ids] = await Promise.all([storming, arriving, pressing]);
  tell(`  ${Math.round((Date.now() - started) / 1000)} s of chaos`);
  tell(`  ${budget.killed} kills: ${inWords(budget.byMoment)}`);
  tell(`  failures laid out: ${inWords(failures)}`);
  return { ids, kills: budget.killed };
}

/** @param deaths when processes were killed, ms since the epoch */
async function lookAtIt(scene: Scene, deaths: readonly number[], report: ReportedRun, tell: (line: string) => void) {
  const settled = await settle(scene);
  const { store, pass } = settled;
  const { referrals } = scene.sandbox.world;
  const deadlines = report.ids.map((id) => Date.parse(String(referrals.find(id)?.expirationDateTime)));
  // Those that have two weeks go on waiting.
  const last = Math.max(0, ...deadlines.filter((at) => at < scene.now() + 3_600_000)) + 15_000;
  const isQuiet = async () => {
    if (scene.now() < last || (await store.outbox.depth()).owed > 0) return false;
    if ((await store.warnings.due(scene.now(), 1)).length > 0) return false;
    return (await store.audit.unfinished(0, scene.now())).length === 0;
  };
  try {
    if (!(await pass(isQuiet)))
      report.found.push(`${longestMs / 60_000} minutes later ${(await store.outbox.depth()).owed} are still owed`);
    const { buried } = await store.outbox.depth();
    if (buried > 0) report.found.push(`${buried} were given up`);
    const sent = sentCards(scene, deaths);
    const doubles = await checkCards(scene, store, sent, report);
    await checkReminders(scene, store, sent, report);
    await checkDecisions(scene, store, report);
    await checkAdoption(scene, settled, doubles, report);
    if (report.counts.adopted < doubles.length) report.found.push('A second card was not taken up');
  } finally {
    await settled.stop();
  }
  const { counts: done, ids } = report;
  const { presses } = scene;
  const answered = presses.filter((press) => press.answered).length;
  tell(
    `  ${ids.length} referrals in ${scene.channels.length} channels: ${done.cards} cards, ${done.unseen} over before anybody could look, ${done.doubles} in the window doubled, ${done.adopted} of these adopted`,
  );
  tell(`  ${done.reminders} reminders, ${done.remindersInWindow} of them with the answer lost`);
  tell(
    `  ${presses.length} presses, ${answered} answered, ${done.decisions} decisions in Partner Center, ${done.unproven} of them with the answer lost for good`,
  );
}

const inWords = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([what, count]) => `${count} ${what}`).join(', ');
