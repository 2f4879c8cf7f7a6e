import { join } from 'node:path';
import { type LoopbackConnector, startConnector } from './startConnector';
import { startProcess } from './startProcess';
import { temporaryFolder } from './temporaryFolder';

/** The whole product, with a Partner Center and a Teams around it. */
export interface Desk {
  /** Its messaging endpoint. */
  url: string;
  databaseUrl: string;
  /** Where the sandbox listens. */
  sandbox: string;
  connector: LoopbackConnector;
  close(): Promise<void>;
}

/** Starts the product on an empty database; it does not look at Partner Center again while it is measured. */
export async function startDesk(): Promise<Desk> {
  const folder = temporaryFolder();
  const databaseUrl = `sqlite:${join(folder, 'desk.db')}`;
  const connector = await startConnector();
  const sandbox = await startProcess('sandboxProcess');
  const bot = await startProcess('deskProcess', {
    IDENTITY: 'sandbox',
    PORT: '0',
    POLL_INTERVAL_SECONDS: '3600',
    REFERRALS_API_URL: `${sandbox.origin}/v1.0`,
    PARTNER_CENTER_API_URL: `${sandbox.origin}/v1`,
    DATABASE_URL: databaseUrl,
  });
  return {
    url: `${bot.origin}/api/messages`,
    databaseUrl,
    sandbox: sandbox.origin,
    connector,
    async close() {
      await Promise.all([bot.stop(), sandbox.stop(), connector.close()]);
    },
  };
}
