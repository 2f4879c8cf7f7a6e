import { z } from 'zod/v4';
import type { Answer } from '../http/call';
import type { ControlCall } from './controlRoute';
import { readControlBody } from './readControlBody';
import { refuseControl } from './refuseControl';

const body = z.strictObject({ subscription: z.record(z.string(), z.unknown()) });

/** Somebody changed it in the portal: `{ "subscription": { "quantity": 25 } }`. */
export function changeSubscription({ call, params, world }: ControlCall): Answer {
  const { id = '' } = params;
  const { subscription } = readControlBody(call, body);
  const changed = world.customers.changeSubscription(id, subscription);
  if (!changed) throw refuseControl(404, `There is no subscription ${id}`);
  return { status: 200, body: changed };
}
