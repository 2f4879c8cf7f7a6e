import type { ReadingTokens, WritingTokens } from '../partnerCenter/tokenSource';
import type { PeopleSignIn } from './peopleSignIn';

/** Whose tokens calls are made with. Only a person's own token acts for that person; the service account only reads. */
export interface Identity {
  /** The tokens of the person with that Entra object id. */
  person(aadObjectId: string): WritingTokens;
  /** How people sign in; null with sandbox identities, which need none. */
  signIn: PeopleSignIn | null;
  /**
   * Entra object ids of the groups that the person's validated token names; none where it names none or too many
   * (https://learn.microsoft.com/en-us/security/zero-trust/develop/configure-tokens-group-claims-app-roles). Rejects like
   * `getToken` when the person has to sign in first.
   */
  groups(aadObjectId: string): Promise<readonly string[]>;
  /** The service account that watches. */
  service: ReadingTokens;
}
