import { z } from 'zod/v4';
import type { Answer } from '../http/call';
import type { ControlCall } from './controlRoute';
import { readControlBody } from './readControlBody';
import { refuseControl } from './refuseControl';

const partial = z.record(z.string(), z.unknown());
const arrival = z.strictObject({ referral: partial.default({}), count: z.int().min(1).max(10_000).default(1) });
const sharing = z.strictObject({ referral: partial.default({}) });
const change = z.strictObject({ referral: partial, by: z.string().min(1).optional() });

/** New incoming referrals: `{ "referral": { "name": "…" }, "count": 200 }`, both optional. */
export function arrive({ call, world }: ControlCall): Answer {
  const { referral, count } = readControlBody(call, arrival);
  return { status: 201, body: { value: world.referrals.arrive(referral, count) } };
}

/** A deal of the partner's own, shared with Microsoft: `{ "referral": { "name": "…" } }`, optional. */
export function share({ call, world }: ControlCall): Answer {
  const { own, microsofts } = world.referrals.share(readControlBody(call, sharing).referral);
  return { status: 201, body: { value: [own, microsofts] } };
}

/** The resource and who changed what, when. */
export function showReferral({ params, world }: ControlCall): Answer {
  const referral = find(params.id, world);
  return { status: 200, body: { referral, history: world.history(referral.id) } };
}

/** Somebody changed it in the portal: `{ "by": "Isaiah Langer", "referral": { "status": "Active", … } }`. */
export function changeInPortal({ call, params, world }: ControlCall): Answer {
  const { id } = find(params.id, world);
  const { referral, by } = readControlBody(call, change);
  return { status: 200, body: world.referrals.changeInPortal(id, referral, by) };
}

function find(id: string | undefined, world: ControlCall['world']) {
  const referral = world.referrals.find(id ?? '');
  if (!referral) throw refuseControl(404, `There is no referral ${id}`);
  return referral;
}
