import type { Desk } from '../commands/desk';
import type { Referral } from '../partnerCenter/referral';
import { readDeal } from '../referrals/readDeal';
import type { Press } from './cardAction';

/** The referral that somebody pressed, read with the presser's token, as {@link readDeal} reads it. @throws PartnerCenterError */
export const readPressed = ({ tokens }: Press, { partnerCenter, store, clock }: Desk, id: string): Promise<Referral> =>
  readDeal({ partnerCenter, tokens, store, now: () => clock.now() }, id);
