import type { Request, Response, Server } from 'restify';
import type { Refused } from '../bot/envelope';
import type { Receiver } from '../bot/receive';
import type { Clock } from '../lib/clock';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { Metrics } from '../lib/metrics';
import { messageSpan } from './messageSpan';
import { readJson } from './readJson';

/** What the route is made of. */
export interface MessageRouteParts {
  receiver: Receiver;
  log: Log;
  clock: Clock;
  metrics: Metrics;
}

/** `POST /api/messages`: what Teams sends. */
export function messageRoute(server: Server, parts: MessageRouteParts): void {
  const { receiver, log } = parts;
  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      const refused = await admit(request, parts);
      if (refused) refuse(refused, response, parts);
      else await messageSpan(request, response, () => receiver.run(request, response));
    } catch (error) {
      // The sender has gone, or the SDK itself failed: what a turn throws has been answered by then.
      const referenceId = newReferenceId();
      log.error({ err: error, referenceId }, 'activity could not be handled');
      const sentence = `Something went wrong in Partner Desk. (Reference ${referenceId})`;
      if (!response.headersSent) response.send(500, { error: sentence });
    }
  });
}

function refuse({ status, reason, sentence }: Refused, response: Response, { log, metrics }: MessageRouteParts): void {
  log.warn({ status, reason }, 'activity refused');
  metrics.refused('messages', reason);
  const challenge: Record<string, string> = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  response.send(status, { error: sentence }, { connection: 'close', ...challenge });
}

/** Puts the activity into `request.body`, or says why not. */
async function admit(request: Request, { receiver, clock }: MessageRouteParts): Promise<Refused | undefined> {
  const caller = await receiver.authenticate(request.headers.authorization);
  if ('refused' in caller) return caller.refused;
  const body = await readJson(request, clock);
  if ('refused' in body) return body.refused;
  request.body = body.json;
  return receiver.check(body.json, caller.token) ?? receiver.take(body.json);
}
