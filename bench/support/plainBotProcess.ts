import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Request, type Response } from 'botbuilder';
import { createServer, plugins } from 'restify';

/** The least that a bot on these SDKs can do: it answers every message with the same text. */
async function main(): Promise<void> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer();
  server.use(plugins.bodyParser({ mapParams: false }));
  server.post('/api/messages', async (request: Request, response: Response) => {
    await adapter.process(request, response, async (context) => void (await context.sendActivity('Hello')));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.((server.server.address() as AddressInfo).port);
}

process.once('disconnect', () => process.exit());
void main();
