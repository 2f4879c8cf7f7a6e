import type { World } from '../../src/app/world';
import { ConfigError, loadConfig } from '../../src/config';
import type { Variables } from '../package/placeholders';
import { diagnose } from './diagnose';
import { problem, type Finding } from './finding';

const marks = { ok: 'ok     ', problem: 'PROBLEM', unknown: '-      ' } as const;

/** Checks the deployment that has these variables. Gives what to print, a line for each finding, and how many problems there are. */
export async function report(
  variables: Variables,
  world: World,
  replacesWebhook = false,
): Promise<{ lines: string[]; problems: number }> {
  const findings = await examine(variables, world, replacesWebhook);
  const problems = findings.filter(({ state }) => state === 'problem').length;
  const found = problems === 1 ? 'There is a problem.' : `There are ${problems} problems.`;
  return {
    lines: [
      ...findings.map(({ what, state, text }) => `${marks[state]}  ${what.padEnd(13)}  ${text}`),
      problems === 0 ? 'Nothing is wrong.' : found,
    ],
    problems,
  };
}

async function examine(variables: Variables, world: World, replacesWebhook: boolean): Promise<Finding[]> {
  try {
    return await diagnose(loadConfig(variables), variables, world, replacesWebhook);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((text) => problem('configuration', text));
    throw error;
  }
}
