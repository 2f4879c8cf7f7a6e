import type { PatchOperation } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import { NeedsInputError } from './needsInputError';

/** The value and date of a deal as a person fills them in; what is left out stays as it is. */
export interface Deal {
  /** In `currency`, or in the referral's own. */
  dealValue?: number;
  /** ISO 4217. */
  currency?: string;
  /** `YYYY-MM-DD`. */
  closingDate?: string;
}

/** Who writes a note, and when (ms, UTC). */
export interface NoteAuthor {
  name: string;
  at: number;
}

/** Members of `details` and what they become. */
export type DetailChange = readonly [name: string, value: unknown];

/**
 * What of the deal is not yet as it was filled in.
 * @throws NeedsInputError for a new deal value whose currency is not known
 */
export function dealChanges({ details }: Referral, { dealValue, currency, closingDate }: Deal): DetailChange[] {
  const changes: DetailChange[] = [];
  if (dealValue !== undefined && dealValue !== Number(details?.dealValue ?? Number.NaN)) {
    if (!currency && !details?.currency) throw new NeedsInputError(askForCurrency);
    changes.push(['dealValue', dealValue]);
  }
  if (currency && currency !== details?.currency) changes.push(['currency', currency]);
  if (closingDate && closingDate !== details?.closingDateTime?.slice(0, 10)) {
    changes.push(['closingDateTime', `${closingDate}T00:00:00Z`]);
  }
  return changes;
}

const askForCurrency =
  'Which currency is the deal value in? Fill in Currency (for example USD) and press the button again. Nothing was sent yet.';

/** Notes have one field upstream: ours go below the customer's words, as a dated line with the person's name. */
export function noteChange({ details }: Referral, note: string, author: NoteAuthor): DetailChange {
  const line = `[${new Date(author.at).toISOString().slice(0, 10)} ${author.name}] ${note}`;
  return ['notes', details?.notes ? `${details.notes}\n\n${line}` : line];
}

/** The operations that change these members of `details`. */
export function changeDetails({ details }: Referral, changes: readonly DetailChange[]): PatchOperation[] {
  if (changes.length === 0) return [];
  if (!details) return [{ op: 'add', path: '/details', value: Object.fromEntries(changes) }];
  // `replace` fails where the member is absent (RFC 6902, 4.3).
  return changes.map(([name, value]) => ({
    op: details[name] == null ? 'add' : 'replace',
    path: `/details/${name}`,
    value,
  }));
}
