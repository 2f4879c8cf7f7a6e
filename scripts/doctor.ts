import { ConfigError, loadConfig, readEnvironment } from '../src/config';
import { systemClock } from '../src/lib/clock';
import { diagnose } from './doctor/diagnose';
import { problem, type Finding } from './doctor/finding';

const marks = { ok: 'ok     ', problem: 'PROBLEM', unknown: '-      ' } as const;

/**
 * `npm run doctor`: checks a deployment with its own environment; one line for each finding, 1 as exit code with a problem.
 * `-- --replace-webhook` puts our registration of webhooks in the place of whatever is there.
 */
async function main(): Promise<void> {
  const findings = await examine();
  for (const { what, state, text } of findings) console.log(`${marks[state]}  ${what.padEnd(13)}  ${text}`);
  const problems = findings.filter(({ state }) => state === 'problem').length;
  const found = problems === 1 ? 'There is a problem.' : `There are ${problems} problems.`;
  console.log(problems === 0 ? 'Nothing is wrong.' : found);
  process.exitCode = problems === 0 ? 0 : 1;
}

async function examine(): Promise<Finding[]> {
  const environment = readEnvironment();
  try {
    const world = { clock: systemClock, fetch, random: Math.random };
    const replacesWebhook = process.argv.includes('--replace-webhook');
    return await diagnose(loadConfig(environment), environment, world, replacesWebhook);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((text) => problem('configuration', text));
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error('The doctor itself failed:', error instanceof Error ? error.message : 'unknown');
  process.exitCode = 1;
});
