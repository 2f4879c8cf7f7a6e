import type { ReadingTokens, WritingTokens } from '../partnerCenter/tokenSource';

/** Whose tokens calls are made with. Only a person's own token acts for that person; the service account only reads. */
export interface Identity {
  /** The tokens of the person with that Entra object id. */
  person(aadObjectId: string): WritingTokens;
  /** The service account that watches. */
  service: ReadingTokens;
}
