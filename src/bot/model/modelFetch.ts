import { z } from 'zod/v4';
import type { ModelConfig } from '../../config/modelConfig';
import type { Clock } from '../../lib/clock';
import type { Log } from '../../lib/log';
import type { Metrics } from '../../lib/metrics';

/** How long a model is waited for, in ms: with the answer that follows it must fit into the 10 s that Teams waits. */
const patienceMs = 3_500;

/** What is sent besides the body; everything else that the client adds tells about this machine. */
const sentHeaders = ['authorization', 'api-key', 'content-type', 'accept'];

// https://platform.openai.com/docs/api-reference/chat/object
const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.string().nullish(),
          tool_calls: z
            .array(
              z.object({
                id: z.string(),
                type: z.literal('function'),
                function: z.object({ name: z.string(), arguments: z.string() }),
              }),
            )
            .nullish(),
        }),
      }),
    )
    .min(1),
});
type Completion = z.infer<typeof completion>;

/** A completion that chooses nothing. */
const nothing: Completion = { choices: [{ message: { content: '' } }] };

/** What a model is asked with. */
export interface ModelWorld {
  fetch: typeof fetch;
  clock: Clock;
  log: Log;
  metrics: Pick<Metrics, 'modelAsked'>;
}

/**
 * The one door to a language model: only to the configured endpoint, with nothing of this machine, once, and not for long.
 * It never rejects and never gives a refusal, because the library writes those to standard output as they are, with what
 * the service says of the key: whatever goes wrong is logged here and becomes a completion that chooses nothing.
 */
export function modelFetch(config: ModelConfig, world: ModelWorld): typeof fetch {
  return async (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const given = new Headers(init?.headers);
    const headers = Object.fromEntries(
      sentHeaders.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? '']] : [])),
    );
    const request = { method: 'POST', headers, body: init?.body ?? null, redirect: 'error' } as const;
    return Response.json(await ask(`${new URL(config.endpoint).origin}${pathname}${search}`, request, world));
  };
}

async function ask(url: string, request: RequestInit, { fetch, clock, log, metrics }: ModelWorld): Promise<Completion> {
  const began = clock.now();
  const answered = new AbortController();
  const tooLate = new AbortController();
  void clock.sleep(patienceMs, answered.signal).then(() => tooLate.abort());
  try {
    const response = await fetch(url, { ...request, signal: tooLate.signal });
    const asked = { status: response.status, modelRequestId: requestIdOf(response), ms: clock.now() - began };
    if (!response.ok) {
      metrics.modelAsked('refused');
      log.warn(asked, 'the language model refused');
      await response.body?.cancel();
      return nothing;
    }
    const body = completion.safeParse(jsonOf(await response.text()));
    metrics.modelAsked(body.success ? 'answered' : 'senseless');
    if (body.success) log.info(asked, 'the language model answered');
    else log.warn(asked, 'the language model gave an answer that makes no sense');
    return body.data ?? nothing;
  } catch {
    metrics.modelAsked('silent');
    // What was thrown may hold what was sent.
    const reason = tooLate.signal.aborted ? 'it took too long' : 'it cannot be reached';
    log.warn({ reason, ms: clock.now() - began }, 'the language model did not answer');
    return nothing;
  } finally {
    answered.abort();
  }
}

const requestIdOf = ({ headers }: Response): string | undefined =>
  (headers.get('x-request-id') ?? headers.get('apim-request-id'))?.slice(0, 100);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
