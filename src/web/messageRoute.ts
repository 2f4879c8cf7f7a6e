import type { Request, Response, Server } from 'restify';
import type { Receiver } from '../bot/receive';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';

/** `POST /api/messages`: what Teams sends. */
export function messageRoute(server: Server, receiver: Receiver, log: Log): void {
  server.post('/api/messages', async (request: Request, response: Response) => {
    const refused = receiver.check(request.body);
    if (refused) {
      log.warn({ status: refused.status, reason: refused.sentence }, 'activity refused');
      response.send(refused.status, { error: refused.sentence });
      return;
    }
    const run = receiver.run(request, response);
    await run.catch((error: unknown) => notRun(error, response, log));
  });
}

/** Only the SDK itself can fail here: what a turn throws has been answered by then. */
function notRun(error: unknown, response: Response, log: Log): void {
  const referenceId = newReferenceId();
  log.error({ err: error, referenceId }, 'activity could not be handled');
  if (!response.headersSent)
    response.send(500, { error: `Something went wrong in Partner Desk. (Reference ${referenceId})` });
}
