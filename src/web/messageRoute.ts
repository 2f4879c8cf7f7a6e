import type { Request, Response, Server } from 'restify';
import type { Receiver } from '../bot/receive';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';
import { readJson } from './readJson';

/** `POST /api/messages`: what Teams sends. */
export function messageRoute(server: Server, receiver: Receiver, log: Log): void {
  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      const body = await readJson(request);
      const refused = 'refused' in body ? body.refused : receiver.check(body.json);
      if (refused) {
        log.warn({ status: refused.status, reason: refused.sentence }, 'activity refused');
        response.send(refused.status, { error: refused.sentence }, { connection: 'close' });
        return;
      }
      request.body = 'json' in body ? body.json : undefined;
      await receiver.run(request, response);
    } catch (error) {
      // The sender has gone, or the SDK itself failed: what a turn throws has been answered by then.
      const referenceId = newReferenceId();
      log.error({ err: error, referenceId }, 'activity could not be handled');
      const sentence = `Something went wrong in Partner Desk. (Reference ${referenceId})`;
      if (!response.headersSent) response.send(500, { error: sentence });
    }
  });
}
