import type { IncomingMessage } from 'node:http';
import type { Clock } from '../lib/clock';
import { plainJson } from '../lib/plainJson';
import { nestingOf } from './nestingOf';
import { readBody } from './readBody';

/** A body that was not taken: the HTTP status, and why. */
export interface BodyRefused {
  status: 400 | 408 | 413 | 415;
  /** One of a few fixed words, for the metric. */
  reason: 'notJson' | 'tooSlow' | 'tooLarge' | 'tooDeep' | 'wrongType';
  sentence: string;
}

/** The largest body that is read, in bytes; what Teams sends is below 100 KB. */
const maxBytes = 1_000_000;
/** How deep a body may be nested; a card within an activity has some twenty levels. */
const maxNesting = 100;
/** How long a body may take to arrive, in ms. */
const patienceMs = 15_000;

const refuse = (status: BodyRefused['status'], reason: BodyRefused['reason'], sentence: string) => ({
  refused: { status, reason, sentence },
});

/** Reads a JSON body to its end; what is packed, of another type, too slow, too large, too deep or no JSON is refused. */
export async function readJson(
  request: IncomingMessage,
  clock: Clock,
): Promise<{ json: unknown } | { refused: BodyRefused }> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding !== 'identity' || !/^application\/json\b/i.test(type)) {
    return refuse(415, 'wrongType', 'Only plain JSON is taken.');
  }
  const arrived = new AbortController();
  const late = clock.sleep(patienceMs, arrived.signal).then(() => 'late' as const);
  const body = await Promise.race([readBody(request, maxBytes), late]);
  arrived.abort();
  if (body === 'late') return refuse(408, 'tooSlow', 'The body did not arrive in time.');
  if (!body) return refuse(413, 'tooLarge', 'The body is too large.');
  const text = body.toString('utf8');
  if (nestingOf(text) > maxNesting) return refuse(400, 'tooDeep', 'The body is nested too deep.');
  try {
    return { json: plainJson(text) };
  } catch {
    return refuse(400, 'notJson', 'The body is not JSON.');
  }
}
