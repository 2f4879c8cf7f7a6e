import { referralWords as words } from '../locales/referralWords';
import { microsoft } from '../referrals/othersCopy';
import type { SharedDeal } from '../referrals/sharedDeal';
import { cutText } from './text/cutText';
import { isolateText } from './text/rightToLeft';
import { oneLine } from './text/plainText';

/** With whom a deal of ours is shared, as far as that is known; '' where it is not. Plain text. */
export function otherSideKnown({ referral, connected }: SharedDeal): string {
  const isMicrosofts = (referral.target ?? []).some(({ id }) => id === microsoft);
  if (connected?.organizationId === microsoft || (!connected && isMicrosofts)) return words.microsoft;
  return isolateText(cutText(oneLine(connected?.organizationName), 80));
}

/** The same for a sentence. */
export const otherSideName = (deal: SharedDeal): string => otherSideKnown(deal) || words.shared.otherSide;
