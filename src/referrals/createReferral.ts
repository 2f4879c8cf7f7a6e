import type { Joined } from '../lib/joined';
import type { Draft } from '../storage/draft';
import { createMicrosofts } from './createMicrosofts';
import { createOwn } from './createOwn';
import { Creation, DraftTakenError, holdMs, type CreationParts, type Creator } from './creation';
import type { NewReferral } from './newReferral';

/** How it ended. */
export type CreationOutcome =
  /** Everything is there; `again` when it was so before. */
  | { kind: 'done'; draft: Draft; again: boolean }
  /** The own referral is there, Microsoft's is not, or nobody knows: it can be finished. */
  | { kind: 'half'; draft: Draft; error: unknown }
  /** The answer was lost and Partner Center does not show the referral: it can be looked for again, and finished. */
  | { kind: 'uncertain'; draft: Draft; error: unknown }
  /** It can no longer be confirmed; nothing was sent. */
  | { kind: 'expired' | 'replaced' }
  /** Somebody else has had it in hand all the time. */
  | { kind: 'busy' };

/** How often a draft that somebody else has in hand is tried again, in ms. */
const tryAgainMs = 250;

/**
 * Creates the referral of a draft, or finishes it from where it stands. However often this is called, by however many
 * processes, and wherever one of them dies: nothing is made twice. A draft is in one hand at a time; who comes second waits
 * and finds it done.
 * @throws PartnerCenterError when Partner Center refuses it: then nothing was made, and it can be tried again
 */
export function createReferral(
  parts: CreationParts & { creations: Joined<CreationOutcome> },
  by: Creator,
  draftId: string,
  referral: NewReferral,
): Promise<CreationOutcome> {
  return parts.creations.join(draftId, () => create(parts, by, draftId, referral));
}

async function create(
  parts: CreationParts,
  by: Creator,
  draftId: string,
  referral: NewReferral,
): Promise<CreationOutcome> {
  const claimant = parts.newId();
  const draft = await claimPatiently(parts, draftId, claimant);
  if (!draft) return { kind: 'busy' };
  const creation = new Creation(parts, by, referral, claimant, draft);
  try {
    return await proceed(creation);
  } catch (error) {
    if (error instanceof DraftTakenError) return { kind: 'busy' };
    throw error;
  } finally {
    if (!creation.mayStillArrive) await parts.store.drafts.release(draftId, claimant);
  }
}

async function proceed(creation: Creation): Promise<CreationOutcome> {
  const { draft, parts, referral } = creation;
  if (draft.step === 'done') return { kind: 'done', draft, again: true };
  if (draft.step === 'replaced') return { kind: 'replaced' };
  if (draft.step === 'asked' && draft.expiresAt <= parts.clock.now()) return { kind: 'expired' };
  try {
    if (draft.step === 'asked' || draft.step === 'sendingOwn') await createOwn(creation);
    if (referral.type === 'Shared') await createMicrosofts(creation);
    return { kind: 'done', draft: creation.draft, again: false };
  } catch (error) {
    if (error instanceof DraftTakenError || creation.draft.step === 'asked') throw error;
    return { kind: creation.draft.referralId ? 'half' : 'uncertain', draft: creation.draft, error };
  }
}

/** Whoever has it in hand is done soon, or dead: then it is free when its time is over. */
async function claimPatiently(
  { store, clock }: CreationParts,
  draftId: string,
  claimant: string,
): Promise<Draft | undefined> {
  const patience = clock.now() + holdMs + 5_000;
  for (;;) {
    const draft = await store.drafts.claim(draftId, claimant, clock.now(), holdMs);
    if (draft || clock.now() >= patience) return draft;
    await clock.sleep(tryAgainMs);
  }
}
