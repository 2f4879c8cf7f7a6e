import type { PatchOperation } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import { changeDetails, dealChanges, noteChange, type Deal, type NoteAuthor } from './detailsPatch';

/** What a person fills in when accepting; everything may be left out. */
export interface Acceptance extends Deal {
  note?: string;
}

/** Why a referral is declined or was lost: the English text of the reason, and a note. */
export interface Refusal {
  reason: string;
  note?: string;
}

/**
 * New to Active/Accepted, with what was filled in, as one PATCH. What is as it was is not sent.
 * @throws NeedsInputError for a new deal value whose currency is not known
 */
export function acceptPatch(referral: Referral, acceptance: Acceptance, author: NoteAuthor): PatchOperation[] {
  const changes = dealChanges(referral, acceptance);
  if (acceptance.note) changes.push(noteChange(referral, acceptance.note, author));
  return [...become('Active', 'Accepted'), ...changeDetails(referral, changes)];
}

/** New to Closed/Declined with the reason, as one PATCH. */
export const declinePatch = (refusal: Refusal): PatchOperation[] => [...become('Closed', 'Declined'), why(refusal)];

/** Active to Closed/Won. https://learn.microsoft.com/en-us/partner-center/developer/patch-a-referral */
export const wonPatch = (): PatchOperation[] => become('Closed', 'Won');

/** Active to Closed/Lost with the reason, as one PATCH. */
export const lostPatch = (refusal: Refusal): PatchOperation[] => [...become('Closed', 'Lost'), why(refusal)];

// `replace` fails where the member is absent, `add` on an object member overwrites (RFC 6902, 4.1).
const why = ({ reason, note }: Refusal): PatchOperation => ({
  op: 'add',
  path: '/statusReason',
  value: note ? `${reason}: ${note}` : reason,
});

// Status and substatus change together: https://learn.microsoft.com/en-us/partner-center/developer/patch-a-referral
const become = (status: string, substatus: string): PatchOperation[] => [
  { op: 'replace', path: '/status', value: status },
  { op: 'replace', path: '/substatus', value: substatus },
];
