import type { CallOptions, PartnerCenter, PatchOperation } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { Referral } from '../partnerCenter/referral';
import type { WritingTokens } from '../partnerCenter/tokenSource';
import { carriedOut } from './carriedOut';
import { allows, type ReferralVerb } from './lifecycle';

/** A decision or another change, to be made as one person. */
export interface DecisionRequest {
  verb: ReferralVerb;
  referralId: string;
  /** What to send, from the referral as it is now. */
  patch(referral: Referral): PatchOperation[];
}

/** How the calls of a decision are bounded and followed. */
export interface DecideOptions extends CallOptions {
  /** Told what is about to change, before the PATCH is sent; nothing is sent when it rejects. */
  onSend?: (before: Referral) => Promise<void>;
  /** Told, before it rejects, that the PATCH was sent and may have been carried out, or be so yet. */
  onLost?: () => void;
}

/** How it ended, with the referral as Partner Center has it now. */
export type DecisionOutcome =
  | { kind: 'done'; referral: Referral }
  /** The answer was lost, and Partner Center now has what was asked for: possibly ours, but nobody can prove it. */
  | { kind: 'foundDone'; referral: Referral }
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
  tokens: WritingTokens,
  request: DecisionRequest,
  { onSend, onLost, ...options }: DecideOptions = {},
): Promise<DecisionOutcome> {
  const before = await partnerCenter.getReferral(tokens, request.referralId, options);
  if (!allows(before, request.verb)) return { kind: 'notAllowed', referral: before };
  const operations = request.patch(before);
  const eTag = eTagOf(before);
  await onSend?.(before);
  try {
    const referral = await partnerCenter.patchReferral(tokens, before.id, eTag, operations, options);
    return { kind: 'done', referral };
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || !worthALook.has(error.kind)) throw error;
    const isAnswered = refusals.has(error.kind);
    const after = await partnerCenter.getReferral(tokens, before.id, options).catch((cause: unknown) => {
      if (!isAnswered) onLost?.();
      throw cause;
    });
    if (error.kind === 'changed') return { kind: 'changed', referral: after };
    if (error.kind === 'invalid') {
      // Refused because it had just expired, for example.
      if (allows(after, request.verb)) throw error;
      return { kind: 'notAllowed', referral: after };
    }
    const isUntouched = after.eTag === before.eTag;
    if (!isUntouched && carriedOut(after, operations)) return { kind: 'foundDone', referral: after };
    if (!isUntouched || error.kind !== 'unavailable') onLost?.();
    throw error;
  }
}

/** Without an eTag a PATCH would overwrite whatever somebody else did meanwhile. */
function eTagOf(referral: Referral): string {
  if (referral.eTag) return referral.eTag;
  const facts = { kind: 'unexpectedAnswer', call: 'GET /engagements/referrals/{id}' } as const;
  throw new PartnerCenterError('A referral came without an eTag', facts);
}

const refusals: ReadonlySet<string> = new Set(['changed', 'invalid']);

/** After these a look tells more: what became of the referral, or of a PATCH whose answer was lost. */
const worthALook: ReadonlySet<string> = new Set([
  'changed',
  'invalid',
  'timeout',
  'network',
  'unavailable',
  'unexpectedAnswer',
]);
