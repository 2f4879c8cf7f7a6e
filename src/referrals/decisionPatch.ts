import type { PatchOperation } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import { NeedsInputError } from './needsInputError';

/** What a person fills in when accepting; everything may be left out. */
export interface Acceptance {
  /** In `currency`, or in the referral's own. */
  dealValue?: number;
  /** ISO 4217. */
  currency?: string;
  /** `YYYY-MM-DD`. */
  closingDate?: string;
  note?: string;
}

/** Why a referral is declined: the English text of the reason, and a note. */
export interface Refusal {
  reason: string;
  note?: string;
}

/** Who writes a note, and when (ms, UTC). */
export interface NoteAuthor {
  name: string;
  at: number;
}

/**
 * New to Active/Accepted, with what was filled in, as one PATCH. What is as it was is not sent.
 * @throws NeedsInputError for a new deal value whose currency is not known
 */
export function acceptPatch(referral: Referral, acceptance: Acceptance, author: NoteAuthor): PatchOperation[] {
  const details = referral.details;
  const { dealValue, currency, closingDate, note } = acceptance;
  const changes: [string, unknown][] = [];
  if (dealValue !== undefined && dealValue !== Number(details?.dealValue ?? Number.NaN)) {
    if (!currency && !details?.currency) throw new NeedsInputError(askForCurrency);
    changes.push(['dealValue', dealValue]);
  }
  if (currency && currency !== details?.currency) changes.push(['currency', currency]);
  if (closingDate && closingDate !== details?.closingDateTime?.slice(0, 10)) {
    changes.push(['closingDateTime', `${closingDate}T00:00:00Z`]);
  }
  if (note) changes.push(['notes', withNote(details?.notes, note, author)]);
  return [...become('Active', 'Accepted'), ...changeDetails(referral, changes)];
}

const askForCurrency =
  'Which currency is the deal value in? Fill in Currency (for example USD) and press Accept again. Nothing was sent yet.';

/** New to Closed/Declined with the reason, as one PATCH. */
export function declinePatch(refusal: Refusal): PatchOperation[] {
  const statusReason = refusal.note ? `${refusal.reason}: ${refusal.note}` : refusal.reason;
  // `replace` fails where the member is absent, `add` on an object member overwrites (RFC 6902, 4.1).
  return [...become('Closed', 'Declined'), { op: 'add', path: '/statusReason', value: statusReason }];
}

// Status and substatus change together: https://learn.microsoft.com/en-us/partner-center/developer/patch-a-referral
const become = (status: string, substatus: string): PatchOperation[] => [
  { op: 'replace', path: '/status', value: status },
  { op: 'replace', path: '/substatus', value: substatus },
];

function changeDetails(referral: Referral, changes: readonly [string, unknown][]): PatchOperation[] {
  if (changes.length === 0) return [];
  const details = referral.details;
  if (!details) return [{ op: 'add', path: '/details', value: Object.fromEntries(changes) }];
  return changes.map(([name, value]) => ({
    op: details[name] == null ? 'add' : 'replace',
    path: `/details/${name}`,
    value,
  }));
}

/** Notes have one field upstream: ours go below the customer's words, as a dated line with the person's name. */
function withNote(notes: string | null | undefined, note: string, author: NoteAuthor): string {
  const line = `[${new Date(author.at).toISOString().slice(0, 10)} ${author.name}] ${note}`;
  return notes ? `${notes}\n\n${line}` : line;
}
