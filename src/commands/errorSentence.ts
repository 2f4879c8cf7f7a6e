import { NeedsInputError } from '../referrals/needsInputError';
import { SignInFault } from '../identity/signInFault';
import { signInWords } from '../locales/signInWords';
import { StorageError } from '../storage/storageError';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import { PartnerCenterError, type PartnerCenterErrorKind } from '../partnerCenter/partnerCenterError';

const sentences: Readonly<Record<PartnerCenterErrorKind, string>> = {
  unauthenticated: 'Partner Center did not accept your sign-in. Sign out of Teams and in again, then try once more.',
  mfaRequired:
    'Partner Center wants a sign-in with multi-factor authentication. Sign in to Teams again with it, then try once more.',
  forbidden:
    'Your role in Partner Center does not allow this. Ask your Partner Center administrator for the role that it needs (Referrals admin or Referrals user for referrals, Admin agent for customers).',
  notFound:
    'Partner Center does not have this, or does not show it to you. Your administrator can see whether it was moved or whether your role leaves it out.',
  changed:
    'It was changed in Partner Center at the same moment, so nothing was overwritten. Look at it again and repeat what you want to do.',
  invalid:
    'Partner Center refused this. Check what was filled in and try again; if it goes on, tell your administrator the reference.',
  throttled: 'Partner Center is receiving too many requests right now. Wait a minute and try again.',
  unavailable: 'Partner Center has a problem at the moment. Nothing is lost; try again in a few minutes.',
  timeout: 'Partner Center did not answer in time. Try again in a few minutes.',
  network: 'Partner Center cannot be reached at the moment. Try again in a few minutes.',
  unexpectedAnswer:
    'Partner Center gave an answer that makes no sense. Try again in a few minutes; if it goes on, tell your administrator the reference.',
};

/** What a person is told of an error: what happened, what to do, and the reference id that the log has too. */
export function errorSentence(error: unknown, referenceId: string): string {
  if (error instanceof NeedsInputError) return error.message;
  return `${sentenceOf(error)} (Reference ${referenceId})`;
}

function sentenceOf(error: unknown): string {
  if (error instanceof SignInNeeded) return signInWords.didNotHelp[error.why];
  if (error instanceof SignInFault) return signInWords.faults[error.why];
  if (error instanceof StorageError) {
    return 'The database of Partner Desk does not do its work at the moment. Nothing is lost; try again in a few minutes. An administrator finds the reason in the log.';
  }
  return error instanceof PartnerCenterError
    ? sentences[error.kind]
    : 'Something went wrong in Partner Desk. Try again; if it goes on, tell your administrator the reference.';
}
