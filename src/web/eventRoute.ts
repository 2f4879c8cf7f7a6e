import type { Request, Response, Server } from 'restify';
import type { Log } from '../lib/log';
import type { Metrics } from '../lib/metrics';
import type { WebhookDoor } from '../watch/webhook/webhookDoor';
import { WebhookRefusal, type WebhookReason } from '../watch/webhook/webhookRefusal';
import { readBody } from './readBody';

/** Events are a few hundred bytes. */
const maxBytes = 64_000;

/** What is answered besides 401; Partner Center sends again what was not answered with success. */
const statuses: Partial<Record<WebhookReason, number>> = {
  off: 404,
  secret: 404,
  size: 413,
  event: 400,
  stale: 400,
  certificateUnavailable: 503,
  replayed: 200,
};

/**
 * `POST /api/partner-center/events/{secret}`: what Partner Center tells, and what pretends to.
 * @param door undefined where webhooks are off; Partner Center may send all the same, for it keeps what was registered once
 */
export function eventRoute(server: Server, door: WebhookDoor | undefined, metrics: Metrics, log: Log): void {
  server.post('/api/partner-center/events/:secret', async (request: Request, response: Response) => {
    try {
      if (!door) throw new WebhookRefusal('off', 'WEBHOOKS is off');
      const { secret } = request.params as { secret?: string };
      if (!door.isSecret(secret ?? '')) throw new WebhookRefusal('secret', 'the secret in the path is wrong');
      const body = await readBody(request, maxBytes);
      if (!body) throw new WebhookRefusal('size', 'the body is too large');
      await door.enter(request.headers, body);
      response.send(200, {});
    } catch (error) {
      const reason = error instanceof WebhookRefusal ? error.reason : 'error';
      metrics.refused('webhook', reason);
      log.warn({ err: error, reason }, 'webhook refused');
      const status = error instanceof WebhookRefusal ? (statuses[error.reason] ?? 401) : 500;
      if (!response.headersSent) response.send(status, {}, { connection: 'close' });
    }
  });
}
