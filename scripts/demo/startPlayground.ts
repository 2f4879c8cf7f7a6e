import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFile } from './builtFile';
import type { Children } from './children';
import { playgroundConfig } from './playgroundConfig';
import { waitUntilReady } from './waitUntilReady';

/** Where the playground finds things. */
export interface PlaygroundPlace {
  /** Its own port. */
  port: number;
  botPort: number;
  /** Where its configuration is written and its log (`demo.log`). */
  folder: string;
}

/** Starts the Teams playground on loopback, with the organisation of {@link playgroundConfig}; resolves when it answers. */
export async function startPlayground(children: Children, { port, botPort, folder }: PlaygroundPlace): Promise<void> {
  const configuration = join(folder, 'playground.yml');
  // Every JSON text is YAML.
  writeFileSync(configuration, JSON.stringify(playgroundConfig, null, 2));
  const cli = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const endpoint = `http://127.0.0.1:${botPort}/api/messages`;
  const options = ['-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const playground = children.start({
    name: 'The Teams playground',
    args: ['--require', builtFile('scripts/demo/playgroundPreload.js'), cli, ...options],
    env: {
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configuration,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
    },
    folder,
    log: join(folder, 'demo.log'),
  });
  await waitUntilReady(`http://127.0.0.1:${port}/_debug/ping`, playground);
}
