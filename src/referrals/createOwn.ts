import type { Referral } from '../partnerCenter/referral';
import { Creation, isLost, requestIdsOf, requestTimeoutMs } from './creation';
import { ownBody } from './createBody';
import { findOwnReferral } from './findCreated';

const options = { timeoutMs: requestTimeoutMs };

/**
 * Brings the own referral into being, or finds the one that a POST has made whose answer was lost. At most one POST is sent,
 * and none before Partner Center was looked through for that one.
 * @throws PartnerCenterError when Partner Center refuses it, or when nobody knows whether it is there (the step says which)
 */
export async function createOwn(creation: Creation): Promise<void> {
  const { step } = creation.draft;
  if (step === 'sendingOwn' && (await takeFound(creation))) return;
  const { parts, by, referral, draft } = creation;
  // The first of several attempts is the earliest that one may have been made.
  await creation.advance({ step: 'sendingOwn', sentAt: draft.sentAt ?? parts.clock.now() }, begun);
  try {
    const body = ownBody(referral, draft.id);
    await noteOwn(creation, await parts.partnerCenter.createReferral(by.tokens, body, options));
  } catch (error) {
    if (!isLost(error)) {
      await creation.advance({ step: step === 'sendingOwn' ? step : 'asked' }, failed(error));
      throw error;
    }
    await creation.noteLost(error, 'sendingOwn');
    if (!(await takeFound(creation))) throw error;
  }
}

const begun = { outcome: 'begun', requestIds: [] } as const;
const failed = (error: unknown) => ({ outcome: 'failed', requestIds: requestIdsOf(error) }) as const;

async function takeFound(creation: Creation): Promise<boolean> {
  const { draft, referral, parts, by } = creation;
  const sentAt = draft.sentAt ?? draft.createdAt;
  const sent = {
    externalReferenceId: referral.externalReferenceId ?? draft.id,
    name: referral.name,
    type: referral.type,
    sentAt,
    isOlder: async (id: string) => ((await parts.store.ledger.find(id))?.firstSeenAt ?? sentAt) < sentAt,
  };
  const found = await findOwnReferral(parts.partnerCenter, by.tokens, sent, options);
  if (found) await noteOwn(creation, found);
  return found !== undefined;
}

async function noteOwn(creation: Creation, { id, engagementId }: Referral): Promise<void> {
  const made = { referralId: id, engagementId: engagementId ?? null };
  const isDone = creation.referral.type === 'Independent';
  await creation.advance({ step: isDone ? 'done' : 'ownCreated', ...made }, { outcome: 'done', requestIds: [] });
}
