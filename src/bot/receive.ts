import type { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type Activity, type Request, type Response, type TurnContext } from 'botbuilder';
import { errorSentence } from '../commands/errorSentence';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { DeskAdapter } from './adapter';
import { composeMessage } from './composeMessage';
import { refuseEnvelope, type DoorPolicy, type Refused } from './envelope';
import type { TakeOnce } from './takeOnce';
import { TokenRefused, type CheckTeamsToken, type TeamsToken, type TokenProblem } from './teamsToken';

/** Takes what was posted to `/api/messages`. */
export interface Receiver {
  /** Whether who calls may: before anything of the body is read. Gives what was proven, or why not. */
  authenticate(authorization: string | undefined): Promise<{ token: TeamsToken | undefined } | { refused: Refused }>;
  /** Why a body cannot be taken from that caller, or undefined. */
  check(body: unknown, token: TeamsToken | undefined): Refused | undefined;
  /** Takes a body that was checked, once; why it cannot be taken, or undefined. */
  take(body: unknown): Promise<Refused | undefined>;
  /** Runs the turn of a body that was checked, and answers the request. */
  run(request: Request, response: Response): Promise<void>;
}

/** What the receiver is made of. */
export interface ReceiverParts {
  adapter: DeskAdapter;
  application: Application;
  /** Undefined while inbound checks are off. */
  checkToken: CheckTeamsToken | undefined;
  policy: DoorPolicy;
  /** Undefined while inbound checks are off: then anybody can write anything anyway. */
  takeOnce: TakeOnce | undefined;
  log: Log;
}

/** Makes the door that Teams comes in by. */
export function createReceiver({ adapter, application, checkToken, policy, takeOnce, log }: ReceiverParts): Receiver {
  adapter.onTurnError = (context, error) => turnFailed(context, error, log);
  return {
    async authenticate(authorization) {
      try {
        return { token: await checkToken?.(authorization) };
      } catch (error) {
        if (!(error instanceof TokenRefused)) throw error;
        return { refused: refusalOf(error.problem) };
      }
    },
    check: (body, token) => refuseEnvelope(body, policy, token),
    take: async (body) => (!takeOnce || (await takeOnce(body)) ? undefined : takenBefore),
    run(request, response) {
      const activity = request.body as Partial<Activity>;
      // Nothing is none, which the SDK does not know.
      activity.entities ??= [];
      if (activity.type === ActivityTypes.Message) activity.text ??= '';
      return adapter.process(request, response, async (context) => void (await application.run(context)));
    },
  };
}

const takenBefore: Refused = {
  status: 403,
  reason: 'replayed',
  sentence: 'This activity was taken before; it has no second effect.',
};

/** Whoever forges a token is not told what is wrong with it. */
const refusalOf = (reason: TokenProblem): Refused =>
  reason === 'keysUnavailable'
    ? { status: 503, reason, sentence: 'The keys of Bot Framework cannot be read now; try again later.' }
    : { status: 401, reason, sentence: 'A valid token of Bot Framework for this bot is needed.' };

/** Nothing of an error reaches Teams but a sentence with a reference id. */
async function turnFailed(context: TurnContext, error: unknown, log: Log): Promise<void> {
  const referenceId = newReferenceId();
  log.error({ err: error, referenceId, activity: context.activity.type }, 'turn failed');
  const sentence = errorSentence(error, referenceId);
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
