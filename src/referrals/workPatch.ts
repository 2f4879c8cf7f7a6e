import type { PatchOperation } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import { changeDetails, dealChanges, noteChange, type Deal, type NoteAuthor } from './detailsPatch';
import { NeedsInputError } from './needsInputError';

/** A colleague who is to work on a referral. */
export interface Teammate {
  email: string;
  firstName?: string;
  lastName?: string;
}

/**
 * The deal's value and close date, as one PATCH.
 * @throws NeedsInputError where nothing would change, and for a deal value whose currency is not known
 */
export function updatePatch(referral: Referral, deal: Deal): PatchOperation[] {
  const changes = dealChanges(referral, deal);
  if (changes.length === 0) {
    throw new NeedsInputError('Value and date are so already. Change one of them, then press the button again.');
  }
  return changeDetails(referral, changes);
}

/** A note below those that are there, as one PATCH. */
export const notePatch = (referral: Referral, note: string, author: NoteAuthor): PatchOperation[] =>
  changeDetails(referral, [noteChange(referral, note, author)]);

/**
 * One more colleague on the team. https://learn.microsoft.com/en-us/partner-center/developer/patch-a-referral
 * @throws NeedsInputError for somebody who is on the team already
 */
export function assignPatch({ team }: Referral, teammate: Teammate): PatchOperation[] {
  const address = teammate.email.toLowerCase();
  if (team?.some((member) => member.email?.toLowerCase() === address)) {
    throw new NeedsInputError(`${teammate.email} is on the team already. Nothing was sent.`);
  }
  // Appending fails where there is no list to append to (RFC 6902, 4.1).
  return [team ? { op: 'add', path: '/team/-', value: teammate } : { op: 'add', path: '/team', value: [teammate] }];
}
