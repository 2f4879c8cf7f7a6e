import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../../src/app';
import { startDesk, type TestDesk } from '../desk';

/** The end of the bot's address for events. */
export const webhookSecret = 'the-end-of-the-address-0123456789';

/** What one event says. */
export interface ToldEvent {
  event?: string;
  /** The id at the end of its `ResourceUri`. */
  id?: string;
  /** `ResourceChangeUtcDate`; now when missing. */
  at?: string;
  /** In place of the documented one. */
  uri?: string;
}

/** A desk whose bot takes the events that its sandbox signs. */
export interface WebhookDesk {
  desk: TestDesk;
  /** Tells the bot, and gives the status and how long the answer took, in real ms. */
  tell(event: ToldEvent): Promise<{ status: number; ms: number }>;
  /** Starts the bot again after `app.stop()`. */
  restart(): Promise<void>;
  /** Starts one more bot on the same database. */
  startAnother(): Promise<App>;
  /** Reads of one referral by its id, and looks at the list. */
  reads(id: string): number;
  looks(): number;
  close(): Promise<void>;
}

/**
 * Starts it; the bot looks by itself once an hour unless `env` says otherwise.
 * @param whenOn what its environment has besides while webhooks are on
 * @param before does something to the sandbox before that
 */
export async function startWebhookDesk(
  env: Record<string, string> = {},
  whenOn: Record<string, string> = {},
  before?: (hooks: Pick<WebhookDesk, 'desk'>) => void,
): Promise<WebhookDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-events-'));
  const rootsPath = join(folder, 'root.pem');
  const desk = await startDesk({ env: { POLL_INTERVAL_SECONDS: '3600', ...env } });
  const { world, origin } = desk.sandbox;
  writeFileSync(rootsPath, world.eventSigner.root);
  const on = { ...whenOn, WEBHOOKS: 'on', WEBHOOK_SECRET: webhookSecret, WEBHOOK_ROOTS_PATH: rootsPath };
  const restart = () => desk.start(on);
  await desk.app.stop();
  before?.({ desk });
  await restart();
  const asked = (fits: (path: string) => boolean) =>
    world.requests().filter(({ method, path }) => method === 'GET' && fits(path.split('?')[0] ?? '')).length;
  return {
    desk,
    restart,
    startAnother: () => desk.startAnother(on),
    async tell({ event = 'referral-created', id = '', at = new Date(desk.clock.now()).toISOString(), uri }) {
      const body = JSON.stringify({
        EventName: event,
        ResourceUri: uri ?? `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${id}`,
        ResourceName: 'referral',
        AuditUri: null,
        ResourceChangeUtcDate: at,
      });
      const headers = {
        'content-type': 'application/json',
        authorization: `Signature ${world.eventSigner.sign(body)}`,
        'x-ms-certificate-url': `${origin}/_sandbox/certificates/signer.cer`,
        'x-ms-signature-algorithm': 'rsa-sha256',
      };
      const url = `http://127.0.0.1:${desk.app.port}/api/partner-center/events/${webhookSecret}`;
      const began = performance.now();
      const { status } = await fetch(url, { method: 'POST', headers, body });
      return { status, ms: performance.now() - began };
    },
    reads: (id) => asked((path) => path.endsWith(`/engagements/referrals/${id}`)),
    looks: () => asked((path) => path.endsWith('/engagements/referrals')),
    async close() {
      await desk.close();
      rmSync(folder, { recursive: true });
    },
  };
}
