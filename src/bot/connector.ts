import type { Activity, ConversationAccount } from 'botbuilder';
import { SendError, type SendErrorKind } from '../delivery/sender';
import { requestSpan } from '../lib/requestSpan';
import { annotate } from '../lib/span';

/** Gives the `Authorization` header for a call, or undefined while checks are off. Rejects where no token may be sent. */
export type Authorize = (url: string) => Promise<string | undefined>;

/** The Teams connector, called without the SDK's hidden retries of POST, which can double a message. */
export interface Connector {
  /** Sends one activity, once. Rejects with a SendError. */
  post(
    serviceUrl: string,
    conversationId: string,
    activity: Partial<Activity>,
    signal?: AbortSignal,
  ): Promise<{ id: string }>;
  /** Sends one activity, once, that only its recipient sees, with others present. Rejects with a SendError. */
  whisper(serviceUrl: string, conversationId: string, activity: Partial<Activity>): Promise<void>;
  /** Replaces an activity, once. Rejects with a SendError. */
  put(
    serviceUrl: string,
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
    signal?: AbortSignal,
  ): Promise<void>;
  /** The id of the bot's own chat with a person, which is made if need be. Rejects with a SendError. */
  personalChat(serviceUrl: string, between: { botId: string; personId: string; tenantId: string }): Promise<string>;
  /** One member of a conversation, as Teams' list of members has it. Rejects with a SendError. */
  member(serviceUrl: string, conversationId: string, memberId: string): Promise<unknown>;
}

/** How long Teams may take to answer one send, in ms. */
const answerTimeoutMs = 15_000;

type Method = 'GET' | 'POST' | 'PUT';

/** Makes the connector. `fetch` is the platform's; a send is never repeated here, only by whoever owes it. */
export function createConnector(fetchHttp: typeof fetch, authorize: Authorize): Connector {
  const request = async (method: Method, url: string, sent?: object, signal?: AbortSignal) => {
    const authorization = await authorize(url).catch((cause: unknown) => {
      throw new SendError('No token for Teams', { kind: 'temporary', cause });
    });
    const timeout = AbortSignal.timeout(answerTimeoutMs);
    try {
      const response = await fetchHttp(url, {
        method,
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        ...(sent ? { body: JSON.stringify(sent) } : {}),
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      annotate({ 'http.response.status_code': response.status });
      const body = await response.text();
      if (!response.ok) throw refusal(method, response, body);
      return body;
    } catch (cause) {
      if (cause instanceof SendError) throw cause;
      throw new SendError('Teams did not answer', { kind: 'temporary', cause });
    }
  };
  const call: typeof request = (method, url, ...rest) =>
    requestSpan({ method, template: templateOf(url), server: url }, () => request(method, url, ...rest));
  return {
    async post(serviceUrl, conversationId, activity, signal) {
      const body = await call('POST', activitiesUrl(serviceUrl, conversationId, activity.replyToId), activity, signal);
      return { id: readId(body) };
    },
    // https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/targeted-messages
    async whisper(serviceUrl, conversationId, activity) {
      await call('POST', `${activitiesUrl(serviceUrl, conversationId)}?isTargetedActivity=true`, activity);
    },
    async put(serviceUrl, conversationId, activityId, activity, signal) {
      await call('PUT', activitiesUrl(serviceUrl, conversationId, activityId), activity, signal);
    },
    // https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
    async personalChat(serviceUrl, { botId, personId, tenantId }) {
      const wanted = {
        isGroup: false,
        bot: { id: botId },
        members: [{ id: personId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      const id = readId(await call('POST', `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`, wanted));
      if (!id) throw new SendError('Teams named no conversation', { kind: 'temporary' });
      return id;
    },
    // https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/get-teams-context
    async member(serviceUrl, conversationId, memberId) {
      const url = `${conversationUrl(serviceUrl, conversationId)}/members/${encodeURIComponent(memberId)}`;
      return readJson(await call('GET', url));
    },
  };
}

function activitiesUrl(serviceUrl: string, conversationId: ConversationAccount['id'], activityId?: string): string {
  const base = `${conversationUrl(serviceUrl, conversationId)}/activities`;
  return activityId ? `${base}/${encodeURIComponent(activityId)}` : base;
}

const conversationUrl = (serviceUrl: string, conversationId: string): string =>
  `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversationId)}`;

/** The path with ids left out: `/v3/conversations/{id}/activities/{id}`. */
const templateOf = (url: string): string =>
  (/\/v3\/[^?]*/.exec(url)?.[0] ?? '').replace(/(conversations|activities|members)\/[^/]+/g, '$1/{id}');

/** An answer without an id is as good as none: the card could not be edited later, but it was accepted. */
function readId(body: string): string {
  const parsed = readJson(body);
  const id = typeof parsed === 'object' && parsed !== null && 'id' in parsed ? parsed.id : undefined;
  return typeof id === 'string' ? id : '';
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function refusal(method: string, response: Response, body: string): SendError {
  const code = /"code"\s*:\s*"([A-Za-z]{1,64})"/.exec(body)?.[1] ?? '';
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
  return new SendError(`Teams answered ${response.status} ${code} to ${method}`, {
    kind: kindOf(method, response.status, code),
    status: response.status,
    retryAfterMs,
  });
}

// https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
function kindOf(method: string, status: number, code: string): SendErrorKind {
  if (status === 429) return 'throttled';
  if (endsTheConversation.test(code)) return 'conversationGone';
  if (status === 404 && method === 'PUT') return 'activityGone';
  if (status === 400 || status === 413) return 'refused';
  return 'temporary';
}

/** Only these say that nothing will ever arrive; any other 403 or 404 may be a passing fault, and a watch is not ended by one. */
const endsTheConversation =
  /^(MessageWritesBlocked|BotNotInConversationRoster|BotDisabledByAdmin|ConversationNotFound)$/;

function readRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
