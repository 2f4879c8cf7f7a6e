import type { IncomingMessage } from 'node:http';
import { readBody } from './readBody';

/** A body that was not taken: the HTTP status, and why. */
export interface BodyRefused {
  status: 400 | 413 | 415;
  sentence: string;
}

/** The largest body that is read, in bytes; what Teams sends is below 100 KB. */
const maxBytes = 1_000_000;

/** Reads a JSON body to its end; what is packed, of another type, too large or no JSON is refused. */
export async function readJson(request: IncomingMessage): Promise<{ json: unknown } | { refused: BodyRefused }> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding !== 'identity' || !/^application\/json\b/i.test(type)) {
    return { refused: { status: 415, sentence: 'Only plain JSON is taken.' } };
  }
  const body = await readBody(request, maxBytes);
  if (!body) return { refused: { status: 413, sentence: 'The body is too large.' } };
  try {
    return { json: JSON.parse(body.toString('utf8')) };
  } catch {
    return { refused: { status: 400, sentence: 'The body is not JSON.' } };
  }
}
