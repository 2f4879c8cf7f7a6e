import { Refusal, type Answer, type AuthorizedCall } from '../http/call';
import { readJson } from '../http/readJson';
import { invalidRequest, referralsApi, referralsError } from '../http/referralsApi';
import { isJsonObject } from '../json';
import type { World } from '../world';
import { checkDetails } from './checkDetails';
import { applyOperation, readPatch, readPointer, type Operation } from './jsonPatch';
import { readableReferral } from './readableReferral';
import { referralProperties, type ReferralResource } from './referralResource';
import { renderEntity } from './renderReferral';
import { checkTransition } from './transitions';

const readOnly = new Set(
  `id engagementId organizationId organizationName createdDateTime updatedDateTime expirationDateTime acceptedDateTime
   closedDateTime direction type eTag links registrationStatus`.split(/\s+/),
);

/** PATCH /v1.0/engagements/referrals/{id}. https://learn.microsoft.com/en-us/partner-center/developer/patch-a-referral */
export function patchReferral(call: AuthorizedCall, world: World): Answer {
  const referral = readableReferral(call, world);
  const operations = readPatch(readJson(call, referralsApi));
  checkPrecondition(call.headers['if-match'], world.referrals.eTagOf(referral.id));
  if (referral.status === 'Closed') {
    throw invalidRequest('The referral cannot be changed.', {
      target: 'status',
      innerError: { code: 'referralClosed', message: 'A closed referral is final.' },
    });
  }
  const changed = world.referrals.change(referral.id, 'api', call.caller.name, (draft) => edit(draft, operations));
  const headers = { ETag: world.referrals.eTagOf(referral.id) };
  if (!/\breturn=representation\b/.test(String(call.headers.prefer ?? ''))) return { status: 204, headers };
  const applied = { 'Preference-Applied': 'return=representation' };
  return { status: 200, headers: { ...headers, ...applied }, body: renderEntity(changed) };
}

function checkPrecondition(ifMatch: string | undefined, eTag: string): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === eTag) return;
  throw new Refusal(
    referralsError(412, 'preconditionFailed', 'The referral was changed after it was read.', {
      target: 'eTag',
      innerError: { code: 'resourceModified', message: 'The eTag in If-Match is not the current one.' },
    }),
  );
}

function edit(draft: ReferralResource, operations: Operation[]): ReferralResource {
  const before = structuredClone(draft);
  for (const operation of operations) {
    const [root = ''] = readPointer(operation.path);
    if (!referralProperties.has(root) || readOnly.has(root)) {
      throw invalidRequest(`The property '${root}' cannot be changed.`, { target: root });
    }
    applyOperation(draft, operation);
  }
  checkTransition(before, draft);
  const touchesDetails = operations.some(({ path }) => readPointer(path)[0] === 'details');
  if (!touchesDetails) return draft;
  const known = isJsonObject(before.details) ? before.details : {};
  return { ...draft, details: checkDetails(draft.details, known) };
}
