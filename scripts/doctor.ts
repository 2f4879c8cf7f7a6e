import { readEnvironment } from '../src/config';
import { systemClock } from '../src/lib/clock';
import { report } from './doctor/report';

/**
 * `npm run doctor`: checks a deployment with its own environment; one line for each finding, 1 as exit code with a problem.
 * `-- --replace-webhook` puts our registration of webhooks in the place of whatever is there.
 */
async function main(): Promise<void> {
  const world = { clock: systemClock, fetch, random: Math.random };
  const { lines, problems } = await report(readEnvironment(), world, process.argv.includes('--replace-webhook'));
  for (const line of lines) console.log(line);
  process.exitCode = problems === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error('The doctor itself failed:', error instanceof Error ? error.message : 'unknown');
  process.exitCode = 1;
});
