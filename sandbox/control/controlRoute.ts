import type { Answer, Call } from '../http/call';
import type { World } from '../world';

/** A control request on its way to its route. */
export interface ControlCall {
  call: Call;
  params: Record<string, string>;
  world: World;
}

export interface ControlRoute {
  method: string;
  path: string;
  run: (request: ControlCall) => Answer;
}
