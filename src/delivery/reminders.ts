import type { Mentioned } from '../cards/mention';
import type { CardMessage } from '../cards/message';
import type { WarningView } from '../cards/warningMessage';
import type { Referral } from '../partnerCenter/referral';
import type { Conversation, LedgerEntry } from '../storage/store';

/** What a reminder of a referral takes besides what every delivery takes. */
export interface Reminders {
  /** `REFERRAL_RESPONSE_DAYS` */
  responseDays: number;
  /** Reads the referral in Partner Center at this moment and gives the ledger's entry as it is then. */
  readAgain(referralId: string, signal: AbortSignal): Promise<LedgerEntry>;
  /** Whom it addresses: those on the referral's team who are in the conversation, else the watch's owner. */
  people(referral: Referral, conversation: Conversation, owner: Mentioned): Promise<readonly Mentioned[]>;
  render(view: WarningView, conversation: Conversation, people: readonly Mentioned[]): CardMessage;
}
