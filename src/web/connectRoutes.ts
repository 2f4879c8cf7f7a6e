import type { Request, Response, Server } from 'restify';
import { connectOutcomeCard, type ConnectOutcome } from '../cards/connectCards';
import type { Connecting } from '../identity/connecting';
import type { ConnectAsk } from '../identity/connectSteps';
import type { WatchingAccount } from '../identity/watchingAccount';
import type { Clock } from '../lib/clock';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { Metrics } from '../lib/metrics';
import { connectPages } from './connectPages';
import { browserOf, cameFromPage, setBrowser } from './connectBrowser';
import { sendPage, sendRedirect } from './page';
import { queryOf } from './queryOf';
import { readForm } from './readForm';
import type { CardMessage } from '../cards/message';

/** The paths of the pages on which an administrator connects an account. */
export const connectPaths = { start: '/auth/start', callback: '/auth/callback', confirm: '/auth/confirm' } as const;

export interface ConnectRouteParts {
  connecting: Connecting;
  account: Pick<WatchingAccount, 'connect'>;
  /** The bot's public origin: `https://` and `BOT_DOMAIN`. */
  origin: string;
  /** `ENTRA_AUTHORITY_HOST`. */
  authorityHost: string;
  /** Tells the administrator in chat; never rejects. */
  tell: (conversationId: string, message: CardMessage) => Promise<void>;
  /** An account was connected: look at once. */
  onConnected: () => void;
  clock: Clock;
  metrics: Metrics;
  log: Log;
}

type Handler = (request: Request, response: Response) => Promise<void>;

/** `GET` and `POST /auth/start`, `GET /auth/callback`, `GET` and `POST /auth/confirm`. */
export function connectRoutes(server: Server, parts: ConnectRouteParts): void {
  const { start, callback, confirm } = connectPaths;
  server.get(
    start,
    safely(parts, (request, response) => showStart(parts, request, response)),
  );
  server.post(
    start,
    safely(parts, (request, response) => leave(parts, request, response)),
  );
  server.get(
    callback,
    safely(parts, (request, response) => arrive(parts, request, response)),
  );
  server.get(
    confirm,
    safely(parts, (request, response) => showCandidate(parts, request, response)),
  );
  server.post(
    confirm,
    safely(parts, (request, response) => decide(parts, request, response)),
  );
  server.on('MethodNotAllowed', (request: Request, _response: Response, _error: unknown, answer: () => void) => {
    if ((request.url ?? '').startsWith('/auth/')) parts.metrics.refused('auth', 'method');
    answer();
  });
}

async function showStart(parts: ConnectRouteParts, request: Request, response: Response): Promise<void> {
  const link = queryOf(request).get('link') ?? '';
  const ask = await parts.connecting.asked(link);
  if (!ask) return refuse(parts, response, 'unknown');
  sendPage(response, 200, connectPages.start(ask, link, parts.authorityHost, parts.clock.now()));
}

async function leave(parts: ConnectRouteParts, request: Request, response: Response): Promise<void> {
  const form = await formOf(parts, request, response);
  if (!form) return;
  const departed = await parts.connecting.depart(form.get('link') ?? '');
  if ('refused' in departed) return refuse(parts, response, departed.refused);
  setBrowser(response, departed.browser);
  sendRedirect(response, departed.url);
}

async function arrive(parts: ConnectRouteParts, request: Request, response: Response): Promise<void> {
  const query = queryOf(request);
  const [state, code] = [query.get('state') ?? '', query.get('code') ?? ''];
  const error = `${query.get('error') ?? ''} ${query.get('error_description') ?? ''}`;
  const arrived = await parts.connecting.arrive({ state, code, error }, browserOf(request));
  if ('refused' in arrived) {
    await tell(parts, arrived.ask, arrived);
    return refuse(parts, response, arrived.refused, arrived.code);
  }
  setBrowser(response, arrived.candidate);
  // To an address without the code.
  sendRedirect(response, parts.origin + connectPaths.confirm);
}

async function showCandidate(parts: ConnectRouteParts, request: Request, response: Response): Promise<void> {
  const candidate = await parts.connecting.candidate(browserOf(request));
  if (!candidate) return refuse(parts, response, 'unknown');
  sendPage(response, 200, connectPages.confirm(candidate, parts.clock.now()));
}

async function decide(parts: ConnectRouteParts, request: Request, response: Response): Promise<void> {
  const form = await formOf(parts, request, response);
  if (!form) return;
  const decided = await parts.connecting.decided(browserOf(request), form.get('form') ?? '');
  if ('refused' in decided) return refuse(parts, response, decided.refused);
  setBrowser(response, '');
  if (form.get('answer') !== 'connect') return sendPage(response, 200, connectPages.cancelled);
  const account = await parts.account.connect(decided);
  parts.onConnected();
  await tell(parts, decided.ask, { account, findings: decided.findings });
  sendPage(response, 200, connectPages.connected(decided));
}

/** The form that one of our pages posted; else the request is answered. */
async function formOf(
  parts: ConnectRouteParts,
  request: Request,
  response: Response,
): Promise<URLSearchParams | undefined> {
  const form = cameFromPage(request, parts.origin) ? await readForm(request) : 'forged';
  if (typeof form !== 'string') return form;
  refuse(parts, response, form);
  return undefined;
}

type Reason = Parameters<typeof connectPages.refused>[0];
const statuses: Partial<Record<Reason, number>> = {
  forged: 403,
  wrongType: 415,
  tooLarge: 413,
  unavailable: 503,
  app: 503,
};

function refuse({ metrics, log }: ConnectRouteParts, response: Response, reason: Reason, code?: string): void {
  metrics.refused('auth', reason);
  log.warn({ reason, code }, 'a step of connecting an account was refused');
  response.setHeader('connection', 'close');
  sendPage(response, statuses[reason] ?? 400, connectPages.refused(reason, code));
}

async function tell(parts: ConnectRouteParts, ask: ConnectAsk | undefined, outcome: ConnectOutcome): Promise<void> {
  if (ask) await parts.tell(ask.conversationId, connectOutcomeCard(outcome));
}

/** What fails is a page with a reference id that the log has too. */
function safely({ log }: ConnectRouteParts, handler: Handler): Handler {
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      const referenceId = newReferenceId();
      log.error({ err: error, referenceId }, 'a page for connecting an account failed');
      if (!response.headersSent) sendPage(response, 500, connectPages.failed(referenceId));
    }
  };
}
