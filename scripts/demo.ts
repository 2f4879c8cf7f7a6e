import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopWanted } from '../src/lib/stopWanted';
import { Children } from './demo/children';
import { openBrowser } from './demo/openBrowser';
import { startDemo } from './demo/startDemo';

const welcome = (url: string, log: string) => `
  Partner Desk is running: ${url}

  New referrals arrive by themselves in the channel "Referrals". Try this:
    - Press Accept or Decline on a card.
    - Start a post with @, choose Partner Desk and go on with: subscriptions for contoso
    - Say help in the personal chat.

  The log is ${log}
  Ctrl-C stops everything.
`;

/** Runs the demo until it is stopped; resolves with the exit code. */
async function demo(open: boolean): Promise<number> {
  const stopped = stopWanted(Boolean(process.env.npm_lifecycle_event)).then(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-'));
  const log = join(folder, 'demo.log');
  const children = new Children();
  console.log('Starting Partner Desk, a sandbox Partner Center and the Teams playground …');
  const run = async () => {
    const url = await startDemo(children, folder);
    console.log(welcome(url, log));
    if (open) openBrowser(url);
    return children.firstEnd;
  };
  const failed = run().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  const fault = await Promise.race([stopped, failed, children.firstEnd]);
  await children.stop();
  if (fault) {
    console.error(`${fault}. What was said is in ${log}`);
    return 1;
  }
  rmSync(folder, { recursive: true, force: true });
  return 0;
}

void demo(!process.argv.includes('--no-open')).then((code) => process.exit(code));
