import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerAuthorize } from './authorizeRoute';
import { EntraError, errorBody } from './entraError';
import type { EntraCall, EntraState } from './entraState';
import { answerInstances, answerManagedIdentity, answerMetadata } from './metadataRoutes';
import { answerToken, grantOf } from './tokenRoute';

interface Reply {
  status: number;
  body: string;
  headers: Record<string, string>;
}

const json = (status: number, body: unknown): Reply => ({
  status,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store, no-cache' },
});

/** Answers one request. */
export async function serveEntra(state: EntraState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', state.host);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const call: EntraCall = {
    method: request.method ?? '',
    path: url.pathname,
    grant: grantOf(form),
    clientId: form.get('client_id') ?? url.searchParams.get('client_id') ?? undefined,
    scope: form.get('scope') ?? url.searchParams.get('scope') ?? undefined,
    oid: undefined,
    code: undefined,
    status: undefined,
  };
  state.calls.push(call);
  const reply = await answer(state, call, url, form);
  if (!reply) return;
  call.status = reply.status;
  // Not chained: restify, where it is loaded, makes writeHead return nothing.
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body);
}

/** Undefined when a fault leaves the caller waiting. */
async function answer(state: EntraState, call: EntraCall, url: URL, form: URLSearchParams): Promise<Reply | undefined> {
  try {
    const fault = state.faults.take(url.pathname, call.grant);
    if (fault?.hang) return undefined;
    if (fault?.code !== undefined) throw new EntraError(fault.code);
    if (fault) {
      const { status = 200, body = '', retryAfterSeconds, headers } = fault;
      const wait: Record<string, string> =
        retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      return { status, body, headers: { 'content-type': 'application/json', ...wait, ...headers } };
    }
    return await route(state, call, url, form);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    call.code = error.code;
    const ids = { trace: randomUUID(), correlation: randomUUID(), now: state.now() };
    return json(error.status, errorBody(error, ids));
  }
}

async function route(state: EntraState, call: EntraCall, url: URL, form: URLSearchParams): Promise<Reply> {
  const [tenant = '', ...rest] = url.pathname.split('/').filter(Boolean);
  switch (`${call.method} /${rest.join('/')}`) {
    case 'GET /discovery/instance':
      return json(200, answerInstances(state));
    case 'GET /v2.0/.well-known/openid-configuration':
      return json(200, answerMetadata(state, tenant));
    case 'GET /discovery/v2.0/keys':
    case 'GET /discovery/keys':
      return json(200, state.keys.published);
    case 'POST /oauth2/v2.0/token':
      return json(200, await answerToken(state, tenant, form, call));
    case 'GET /oauth2/v2.0/authorize': {
      const { status, location, html } = answerAuthorize(state, url.searchParams);
      const headers = { 'content-type': 'text/html; charset=utf-8', ...(location ? { location } : {}) };
      return { status, body: html, headers };
    }
    case 'GET /msi/token':
      return json(200, await answerManagedIdentity(state, url.searchParams));
    default:
      return json(404, {});
  }
}
