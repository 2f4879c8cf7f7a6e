import { randomUUID } from 'node:crypto';
import type { Answer, AuthorizedCall } from '../http/call';
import { readJson } from '../http/readJson';
import { invalidRequest, referralsApi } from '../http/referralsApi';
import { isJsonObject, type JsonObject } from '../json';
import { partner } from '../users/seededUsers';
import type { World } from '../world';
import { checkDetails } from './checkDetails';
import type { ReferralResource } from './referralResource';
import { renderReferral } from './renderReferral';
import { isPair } from './transitions';

/**
 * POST /v1.0/engagements/referrals. One's own deal comes back Active/Accepted whatever was posted; Microsoft's connected
 * referral is New until Microsoft answers.
 * https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
 */
export function createReferral(call: AuthorizedCall, world: World): Answer {
  const posted = readPosted(readJson(call, referralsApi));
  const engagementId = engagementOf(posted, world);
  const isMicrosofts = isForMicrosoft(posted);
  const owner = isMicrosofts ? { organizationId: 'msft', organizationName: 'Microsoft' } : partner;
  const created = world.referrals.create(
    {
      ...posted,
      ...owner,
      id: randomUUID(),
      engagementId,
      externalReferenceId: posted.externalReferenceId ?? null,
      expirationDateTime: null,
      direction: 'Outgoing',
    },
    call.caller.name,
    isMicrosofts ? 'waiting' : 'accepted',
  );
  return { status: 201, headers: { ETag: world.referrals.eTagOf(created.id) }, body: renderCreated(created) };
}

/** The answer leaves out what the documented one leaves out; a GET has it. */
function renderCreated(referral: ReferralResource): JsonObject {
  const { direction: _direction, acceptedDateTime: _accepted, ...rendered } = renderReferral(referral, 'engagments');
  const { closingDateTime: _closing, ...details } = referral.details as JsonObject;
  return { ...rendered, details };
}

const settable = new Set(
  `name externalReferenceId status substatus statusReason type qualification customerProfile consent details team
   inviteContext target engagementId registrations`.split(/\s+/),
);

function readPosted(body: unknown): JsonObject {
  if (!isJsonObject(body)) throw invalidRequest('The body must be a referral.');
  const unknown = Object.keys(body).find((name) => !settable.has(name));
  if (unknown !== undefined) throw invalidRequest(`The property '${unknown}' cannot be set.`, { target: unknown });
  for (const name of ['type', 'customerProfile', 'consent', 'details']) {
    if (body[name] === undefined || body[name] === null) {
      throw invalidRequest(`The property '${name}' is required.`, { target: name });
    }
  }
  if (body.type !== 'Shared' && body.type !== 'Independent') {
    throw invalidRequest('The type must be Shared or Independent.', { target: 'type' });
  }
  for (const name of ['customerProfile', 'consent']) {
    if (!isJsonObject(body[name])) throw invalidRequest(`The property '${name}' must be an object.`, { target: name });
  }
  checkStatus(body);
  return { ...body, details: checkDetails(body.details) };
}

function checkStatus({ status = 'New', substatus = status === 'Active' ? 'Accepted' : 'Pending' }: JsonObject): void {
  if (isPair(status, substatus) && status !== 'Closed') return;
  throw invalidRequest('A new referral must be New or Active.', {
    target: 'status',
    innerError: { code: 'invalidStatus', message: `${String(status)}/${String(substatus)} is not possible.` },
  });
}

function engagementOf({ engagementId }: JsonObject, world: World): string {
  if (engagementId === undefined || engagementId === null) return randomUUID();
  const known = world.referrals.all().find((one) => one.engagementId === engagementId);
  if (!known) throw invalidRequest('The engagement does not exist.', { target: 'engagementId' });
  return known.engagementId;
}

function isForMicrosoft({ target, engagementId }: JsonObject): boolean {
  const targets: unknown[] = Array.isArray(target) ? target : [];
  return (
    typeof engagementId === 'string' &&
    targets.some((one) => isJsonObject(one) && one.type === 'BusinessProfileLocation' && one.id === 'msft')
  );
}
