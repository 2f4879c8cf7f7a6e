import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import type { Store } from '../storage/store';
import { quietPeriod, quietUntil } from './quietHours';

/** The quiet hours of the conversations that have some. */
export type ConversationQuiet = Awaited<ReturnType<Store['quietHours']['all']>>;

/**
 * When something is to be posted: at once, or at the end of the conversation's quiet hours where it outlasts them.
 * @param now ms since the epoch
 */
export function postTime(
  conversationId: string,
  { expirationDateTime }: Pick<Referral, 'expirationDateTime'>,
  quiet: ConversationQuiet,
  now: number,
): number {
  const hours = quiet.find((row) => row.conversationId === conversationId);
  const period = hours && quietPeriod(hours, hours.timeZone, now);
  return quietUntil(period, serviceTimeMs(expirationDateTime), now) ?? now;
}
