import type { CallOptions, PartnerCenter, PatchOperation } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { Referral } from '../partnerCenter/referral';
import type { TokenSource } from '../partnerCenter/tokenSource';
import { carriedOut } from './carriedOut';
import { allows, type ReferralVerb } from './lifecycle';

/** A decision or another change, to be made as one person. */
export interface DecisionRequest {
  verb: ReferralVerb;
  referralId: string;
  /** What to send, from the referral as it is now. */
  patch(referral: Referral): PatchOperation[];
}

/** How it ended, with the referral as Partner Center has it now. */
export type DecisionOutcome =
  | { kind: 'done'; referral: Referral }
  /** Its state does not allow it (any more): no PATCH was sent. */
  | { kind: 'notAllowed'; referral: Referral }
  /** Somebody changed it between our GET and our PATCH (412): nothing was overwritten, nothing was sent again. */
  | { kind: 'changed'; referral: Referral };

/**
 * Decides as the person whose tokens are given: GET; if the state allows it, one PATCH of everything with that eTag; on 412
 * the fresh referral and never a second PATCH. When the answer to the PATCH was lost, a GET tells what happened.
 * @throws PartnerCenterError when Partner Center refuses or cannot be reached
 */
export async function decide(
  partnerCenter: PartnerCenter,
  tokens: TokenSource,
  request: DecisionRequest,
  options?: CallOptions,
): Promise<DecisionOutcome> {
  const before = await partnerCenter.getReferral(tokens, request.referralId, options);
  if (!allows(before, request.verb)) return { kind: 'notAllowed', referral: before };
  const operations = request.patch(before);
  try {
    const referral = await partnerCenter.patchReferral(tokens, before.id, before.eTag ?? '', operations, options);
    return { kind: 'done', referral };
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    if (error.kind === 'changed') {
      return { kind: 'changed', referral: await partnerCenter.getReferral(tokens, before.id, options) };
    }
    if (!fateUnknown.has(error.kind)) throw error;
    const after = await partnerCenter.getReferral(tokens, before.id, options);
    const arrived = after.eTag !== before.eTag && carriedOut(after, operations);
    if (!arrived) throw error;
    return { kind: 'done', referral: after };
  }
}

/** After these a PATCH may have been carried out although we were not told. */
const fateUnknown: ReadonlySet<string> = new Set(['timeout', 'network', 'unavailable', 'unexpectedAnswer']);
