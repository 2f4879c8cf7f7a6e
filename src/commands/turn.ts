import type { CardMessage } from '../cards/message';
import type { Log } from '../lib/log';
import type { WritingTokens } from '../partnerCenter/tokenSource';
import type { Conversation } from '../storage/store';
import type { Right } from './permission';

/** The person who typed or pressed. */
export interface Person {
  /** Entra object id (`from.aadObjectId`). */
  id: string;
  name: string;
}

/** What is said to a person: a sentence, or a card. */
export type Answer = string | CardMessage;

/** A file that is offered to the person alone, to be made when they accept. */
export interface OfferedFile {
  offerId: string;
  name: string;
  description: string;
  /** A guess. */
  sizeInBytes: number;
}

/** What a question leads to: something that is said where it was asked, or a file for the person. */
export type Reply = Answer | OfferedFile;

/** One message or press, as commands and card actions see it. */
export interface Turn {
  person: Person;
  conversation: Conversation;
  /** BCP 47, for numbers and dates. */
  locale: string;
  /** IANA, for example `Europe/Stockholm`; absent when Teams did not say. */
  timeZone: string | undefined;
  /** The person's own tokens. */
  tokens: WritingTokens;
  /** The person's e-mail address; undefined where it cannot be had. */
  email(): Promise<string | undefined>;
  /** Whether the person has a right besides the one that was asked for already. */
  may(right: Right): Promise<boolean>;
  /** In every log line and every error sentence of this turn. */
  referenceId: string;
  log: Log;
}
