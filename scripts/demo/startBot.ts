import { join } from 'node:path';
import { builtFile } from './builtFile';
import type { Child } from './child';
import type { Children } from './children';
import { waitUntilReady } from './waitUntilReady';

/** Where the bot finds things. */
export interface BotPlace {
  /** Its own port. */
  port: number;
  /** The origin of a sandbox Partner Center. */
  sandboxUrl: string;
  /** Where its database lies and where it writes its log (`demo.log`). */
  folder: string;
}

/** Starts the bot as it runs in production, against a sandbox; resolves when it answers. */
export async function startBot(children: Children, { port, sandboxUrl, folder }: BotPlace): Promise<Child> {
  const bot = children.start({
    name: 'The bot',
    args: [builtFile('src/index.js')],
    env: {
      PORT: String(port),
      IDENTITY: 'sandbox',
      REFERRALS_API_URL: `${sandboxUrl}/v1.0`,
      PARTNER_CENTER_API_URL: `${sandboxUrl}/v1`,
      DATABASE_URL: `sqlite:${join(folder, 'partner-desk.db')}`,
      POLL_INTERVAL_SECONDS: '1',
    },
    folder,
    log: join(folder, 'demo.log'),
  });
  await waitUntilReady(`http://127.0.0.1:${port}/healthz`, bot);
  return bot;
}
