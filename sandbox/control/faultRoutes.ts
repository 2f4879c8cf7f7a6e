import type { Answer } from '../http/call';
import { faultSchema } from '../http/faults';
import type { ControlCall } from './controlRoute';
import { readControlBody } from './readControlBody';

/** Switches a fault on: `{ "method": "PATCH", "path": "/referrals/", "status": 503, "times": 2 }`. */
export function addFault({ call, world }: ControlCall): Answer {
  return { status: 201, body: { id: world.faults.add(readControlBody(call, faultSchema)) } };
}

/** Switches every fault off. */
export function clearFaults({ world }: ControlCall): Answer {
  world.faults.clear();
  return { status: 204 };
}
