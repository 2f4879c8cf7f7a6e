import { z } from 'zod/v4';
import type { Answer } from '../http/call';
import type { ControlCall } from './controlRoute';
import { readControlBody } from './readControlBody';

const body = z.strictObject({ advanceMs: z.number().nonnegative() });

/** Skips time: `{ "advanceMs": 86400000 }`. */
export function advanceClock({ call, world }: ControlCall): Answer {
  world.clock.advance(readControlBody(call, body).advanceMs);
  return { status: 200, body: { now: new Date(world.clock.now()).toISOString() } };
}
