import type { Api } from './api';
import { Refusal, type Call } from './call';

/** The request's JSON body; refuses another content type with 415 and a broken body with 400. */
export function readJson(call: Call, api: Pick<Api, 'problem'>): unknown {
  if (!/^application\/json\s*(;|$)/i.test(call.headers['content-type'] ?? '')) {
    throw new Refusal(api.problem('unsupportedMediaType', 'The content type must be application/json.'));
  }
  try {
    return JSON.parse(call.body);
  } catch {
    throw new Refusal(api.problem('badRequest', 'The request body is not valid JSON.'));
  }
}
