import type { Children } from './children';
import { freePort } from './freePort';
import { startBot } from './startBot';
import { startPlayground } from './startPlayground';
import { startSandbox } from './startSandbox';
import { watchChannel } from './watchChannel';

/**
 * Starts sandbox, bot and playground on free ports of the loopback, and has the bot watch the team's channel.
 * @param folder where database, configuration and logs are put
 * @returns the address of the playground's page
 * @throws Error with a sentence for a person
 */
export async function startDemo(children: Children, folder: string): Promise<string> {
  const [botPort, sandboxPort, playgroundPort] = await Promise.all([freePort(3978), freePort(3980), freePort(56150)]);
  await startSandbox(children, sandboxPort, folder);
  await Promise.all([
    startBot(children, { port: botPort, sandboxUrl: `http://127.0.0.1:${sandboxPort}`, folder }),
    startPlayground(children, { port: playgroundPort, botPort, folder }),
  ]);
  await watchChannel(botPort, playgroundPort);
  return `http://localhost:${playgroundPort}`;
}
