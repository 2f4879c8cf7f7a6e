import type { Request as BotRequest, Response as BotResponse } from 'botbuilder';
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
    // Restify's request and response are what the SDK wants, but for an optional member in its types.
    const run = receiver.run(request as unknown as BotRequest, response as unknown as BotResponse);
    await run.catch((error: unknown) => notRun(error, response, log));
  });
}

/** The SDK refuses what is not an activity in its eyes by throwing; anything else is our fault. */
function notRun(error: unknown, response: Response, log: Log): void {
  const refused = error instanceof Error && error.name === 'ZodError';
  const referenceId = newReferenceId();
  log.error({ err: error, referenceId }, 'activity could not be handled');
  if (response.headersSent) return;
  const sentence = refused ? 'This is not an activity that Teams sends.' : 'Something went wrong in Partner Desk.';
  response.send(refused ? 400 : 500, { error: `${sentence} (Reference ${referenceId})` });
}
