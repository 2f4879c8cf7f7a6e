import { randomBytes } from 'node:crypto';
import type { ChaosPlan } from './support/scene';
import { runChaos } from './support/runChaos';

// `npm run chaos`: kills the built program 510 times. With `-- --seed <word>` chance falls as it did in the run that printed that word.

const minuteMs = 60_000;
const seedAt = process.argv.indexOf('--seed');
const seed = (seedAt > 0 && process.argv[seedAt + 1]) || randomBytes(4).toString('hex');
const common = { seed, arrivalsMs: 2_500, limitMs: 30 * minuteMs };
const plans: readonly ChaosPlan[] = [
  { ...common, engine: 'SQLite', replicas: 1, kills: 250, workMs: 2_500 },
  { ...common, engine: 'PostgreSQL', replicas: 1, kills: 40, workMs: 12_000 },
  { ...common, engine: 'PostgreSQL', replicas: 3, kills: 220, workMs: 12_000 },
];

async function main(): Promise<void> {
  console.log(`Chaos with seed ${seed}`);
  const found: string[] = [];
  let kills = 0;
  for (const plan of plans) {
    const started = Date.now();
    console.log(`${plan.engine}, ${plan.replicas} ${plan.replicas === 1 ? 'replica' : 'replicas'}`);
    const report = await runChaos(plan, console.log);
    for (const sentence of report.found) console.log(`  WRONG: ${sentence}`);
    console.log(`  ${report.found.length} things wrong; ${Math.round((Date.now() - started) / 1000)} s`);
    found.push(...report.found);
    kills += report.counts.kills;
  }
  console.log(`${kills} kills, ${found.length} things wrong`);
  if (found.length > 0) process.exitCode = 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

void main();
