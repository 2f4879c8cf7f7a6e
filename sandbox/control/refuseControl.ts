import { Refusal } from '../http/call';

/** A refusal of a control route: `{ "error": "<sentence>" }`. */
export function refuseControl(status: number, error: string): Refusal {
  return new Refusal({ status, body: { error } });
}
