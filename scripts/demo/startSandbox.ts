import { join } from 'node:path';
import { builtFile } from './builtFile';
import type { Children } from './children';
import { waitUntilReady } from './waitUntilReady';

// Slow enough to read one card before the next one comes.
const arrivals = '8s';

/** Starts a sandbox Partner Center in which new referrals keep arriving; resolves when it answers. */
export async function startSandbox(children: Children, port: number, folder: string): Promise<void> {
  const sandbox = children.start({
    name: 'The sandbox',
    args: [builtFile('sandbox/main.js'), '--arrivals', arrivals],
    env: { SANDBOX_PORT: String(port) },
    folder,
    log: join(folder, 'demo.log'),
  });
  await waitUntilReady(`http://127.0.0.1:${port}/`, sandbox);
}
