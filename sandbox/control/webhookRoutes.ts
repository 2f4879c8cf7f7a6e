import { z } from 'zod/v4';
import type { Answer } from '../http/call';
import type { ControlCall } from './controlRoute';
import { readControlBody } from './readControlBody';

const disorder = z.strictObject({
  repeat: z.int().min(1).max(10).default(1),
  spreadMs: z.int().min(0).max(60_000).default(0),
});

/** How badly events arrive: `{ "repeat": 2, "spreadMs": 500 }`, both optional. */
export function setDisorder({ call, world }: ControlCall): Answer {
  world.webhooks.disorder = readControlBody(call, disorder);
  return { status: 200, body: world.webhooks.disorder };
}

/** The registration, and what became of the events. */
export function showWebhooks({ world }: ControlCall): Answer {
  const { registration = null, deliveries } = world.webhooks;
  return { status: 200, body: { registration, deliveries } };
}
