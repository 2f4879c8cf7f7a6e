import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import { Creation, isLost, requestIdsOf, requestTimeoutMs } from './creation';
import { microsoftBody, ownBody } from './createBody';
import { findConnectedReferral } from './findCreated';

const options = { timeoutMs: requestTimeoutMs };

/**
 * Connects Microsoft's referral to the own one, or finds the one that a POST has made whose answer was lost, or that somebody
 * has connected in Partner Center since; as careful as {@link createOwn}. @throws PartnerCenterError when Microsoft's referral is not there, or nobody knows whether it is
 */
export async function createMicrosofts(creation: Creation): Promise<void> {
  const { step } = creation.draft;
  const pair = await pairOf(creation);
  if (creation.isResumed && (await isThere(creation, pair))) return;
  const { parts, by, referral, draft } = creation;
  await creation.advance({ step: 'sendingMicrosoft' }, { outcome: 'begun', requestIds: [] });
  try {
    const body = microsoftBody(ownBody(referral, draft.id), pair.engagementId);
    await parts.partnerCenter.createReferral(by.tokens, body, options);
    await creation.advance({ step: 'done' }, done);
  } catch (error) {
    if (!isLost(error)) {
      const failed = { outcome: 'failed', requestIds: requestIdsOf(error) } as const;
      await creation.advance({ step: step === 'sendingMicrosoft' ? step : 'ownCreated' }, failed);
      throw error;
    }
    await creation.noteLost(error, 'sendingMicrosoft');
    if (!(await isThere(creation, pair))) throw error;
  }
}

interface Pair {
  referralId: string;
  engagementId: string;
}

const done = { outcome: 'done', requestIds: [] } as const;

async function isThere(creation: Creation, pair: Pair): Promise<boolean> {
  const { parts, by } = creation;
  const found = await findConnectedReferral(parts.partnerCenter, by.tokens, pair, options);
  if (found) await creation.advance({ step: 'done' }, done);
  return found !== undefined;
}

/** What connects the two; asked for again where the answer to the first POST left the engagement out. */
async function pairOf({ draft: { referralId, engagementId }, parts, by }: Creation): Promise<Pair> {
  if (!referralId) throw new Error('Microsoft’s referral was to be connected to none');
  if (engagementId) return { referralId, engagementId };
  const own = await parts.partnerCenter.getReferral(by.tokens, referralId, options);
  if (own.engagementId) return { referralId, engagementId: own.engagementId };
  const facts = { kind: 'unexpectedAnswer', call: 'GET /engagements/referrals/{id}' } as const;
  throw new PartnerCenterError('A shared referral came without an engagement', facts);
}
