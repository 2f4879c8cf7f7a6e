import type { Answer } from '../http/call';
import type { ControlCall } from './controlRoute';

/** The journal, oldest first. */
export function listRequests({ world }: ControlCall): Answer {
  return { status: 200, body: world.requests() };
}

/** Starts a new journal. */
export function clearRequests({ world }: ControlCall): Answer {
  world.journal.clear();
  return { status: 204 };
}
