/** What a person had typed into the forms of a referral's card, by the ids of the inputs. */
export interface TypedInputs {
  dealValue?: number | undefined;
  /** ISO 4217. */
  currency?: string | undefined;
  /** `YYYY-MM-DD` */
  closingDate?: string | undefined;
  acceptNote?: string | undefined;
  reason?: string | undefined;
  declineNote?: string | undefined;
  lostReason?: string | undefined;
  lostNote?: string | undefined;
  note?: string | undefined;
  email?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
}

/** A value for each text input; null leaves it empty. A note for a form that is gone goes into the form for notes. */
export function keptTexts(typed: TypedInputs = {}): Record<string, string | null> {
  const { acceptNote, declineNote, lostNote, reason, lostReason, note, email, firstName, lastName } = typed;
  const texts = { acceptNote, declineNote, lostNote, reason, lostReason, email, firstName, lastName };
  const noteTyped = note ?? acceptNote ?? declineNote ?? lostNote;
  return Object.fromEntries(Object.entries({ ...texts, note: noteTyped }).map(([id, value]) => [id, value ?? null]));
}
