import type { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type Request, type Response, type TurnContext } from 'botbuilder';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { BotRegistration } from '../config/registrations';
import { activitySchema, type TeamsActivity } from './activity';
import type { DeskAdapter } from './adapter';
import { composeMessage } from './composeMessage';

/** A refusal at the door: the HTTP status and a sentence. */
export interface Refused {
  status: 400 | 403;
  sentence: string;
}

/** Takes what was posted to `/api/messages`, checks its envelope, and runs the turn. */
export interface Receiver {
  /** Why a body cannot be taken, or undefined. */
  check(body: unknown): Refused | undefined;
  /** Authenticates and runs the turn, and answers the request. */
  run(request: Request, response: Response): Promise<void>;
}

/**
 * @param bot the registration; without one inbound checks are off
 * @param allowedHosts hosts that a serviceUrl may name; `*.` stands for any subdomain
 */
export function createReceiver(
  adapter: DeskAdapter,
  application: Application,
  bot: BotRegistration | null,
  allowedHosts: readonly string[],
  log: Log,
): Receiver {
  adapter.onTurnError = (context, error) => turnFailed(context, error, log);
  return {
    check(body) {
      const activity = activitySchema.safeParse(body);
      if (!activity.success) {
        const fields = activity.error.issues.map((issue) => issue.path.join('.') || 'body').join(', ');
        return { status: 400, sentence: `This is not an activity that Teams sends; look at: ${fields}.` };
      }
      if (bot && !isOurs(activity.data, bot)) {
        return { status: 403, sentence: 'Only Teams, and only the tenant in BOT_TENANT_ID, may talk to this bot.' };
      }
      if (isAllowed(new URL(activity.data.serviceUrl), allowedHosts)) return undefined;
      return { status: 403, sentence: 'The serviceUrl names a host that is not in ALLOWED_SERVICE_URLS.' };
    },
    run: (request, response) =>
      adapter.process(request, response, async (context) => void (await application.run(context))),
  };
}

/** A deployment serves one company, in Teams. */
function isOurs({ channelId, conversation, channelData }: TeamsActivity, bot: BotRegistration): boolean {
  return channelId === 'msteams' && (conversation.tenantId ?? channelData?.tenant?.id) === bot.tenantId;
}

function isAllowed(url: URL, hosts: readonly string[]): boolean {
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return false;
  return hosts.some((host) => (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host));
}

/** Nothing of an error reaches Teams but a sentence with a reference id. */
async function turnFailed(context: TurnContext, error: unknown, log: Log): Promise<void> {
  const referenceId = newReferenceId();
  log.error({ err: error, referenceId, activity: context.activity.type }, 'turn failed');
  const sentence = `Something went wrong in Partner Desk. Try again; if it goes on, tell your administrator the reference. (Reference ${referenceId})`;
  if (context.activity.type === 'invoke') {
    const body = context.activity.name?.startsWith('composeExtension/')
      ? composeMessage(sentence)
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence };
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  } else if (context.activity.type === 'message') {
    await context
      .sendActivity(sentence)
      .catch((cause: unknown) => log.error({ err: cause, referenceId }, 'and could not be told'));
  }
}
