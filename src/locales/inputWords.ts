import { quietWords } from './quietWords';
import { watchWords } from './watchWords';

/** What inputs are called where a sentence is about them; the same as their labels on the cards. English. */
export const inputWords: Readonly<Record<string, string>> = {
  ...watchWords.inputs,
  ...quietWords.inputs,
  dealValue: 'Deal value',
  currency: 'Currency',
  closingDate: 'Expected close date',
  acceptNote: 'Note',
  declineNote: 'Note',
  lostNote: 'Note',
  note: 'Note',
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  until: 'The day',
  reason: 'The reason',
  lostReason: 'The reason',
};
