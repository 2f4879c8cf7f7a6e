import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerControl } from '../control/answerControl';
import type { World } from '../world';
import { answerCall } from './answerCall';
import type { Api } from './api';
import type { Answer, Call } from './call';
import { faultAnswer } from './faultAnswer';
import { partnerCenterApi } from './partnerCenterApi';
import { readCall } from './readCall';
import { referralsApi } from './referralsApi';
import { routes } from './routes';
import { send } from './send';

/** Answers every request; `closing` ends what a fault is delaying. */
export function serve(world: World, closing: AbortSignal): RequestListener {
  return (request, response) => {
    handle(request, response, world, closing).catch(() => response.destroy());
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  closing: AbortSignal,
): Promise<void> {
  const call = await readCall(request);
  if (call.path.startsWith('/_sandbox/')) return send(response, answerControl(call, world));
  const api = apiOf(call);
  const entry = world.journal.open(call, request.url ?? call.path);
  const hit = world.faults.take(call.method, call.path);
  entry.fault = hit?.id ?? null;
  if (hit?.fault.delayMs) await wait(hit.fault.delayMs, undefined, { signal: closing });
  if (hit?.fault.cut === 'before') return cut(response, () => world.journal.close(entry, null));
  const faulty = hit && faultAnswer(hit, api);
  const answer: Answer = faulty ?? (await answerCall(call, api, routes, world));
  if (hit?.fault.cut === 'afterProcessing') return cut(response, () => world.journal.close(entry, null));
  const headers = api.headers(call.headers, world.clock.now());
  world.journal.close(entry, answer.status);
  send(response, { ...answer, headers: { ...headers, ...answer.headers } }, hit?.fault.cut === 'midBody');
}

function cut(response: ServerResponse, note: () => void): void {
  note();
  response.destroy();
}

function apiOf(call: Call): Api {
  return call.path.startsWith(referralsApi.prefix) ? referralsApi : partnerCenterApi;
}
