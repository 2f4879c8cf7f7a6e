import type { Referral } from '../partnerCenter/referral';
import type { Watch } from '../storage/store';
import { conditionsOf, watchesReferrals } from './watchConditions';

/**
 * Whether a watch wants to be reminded of a referral whose card is in its conversation. What waits for our own answer concerns
 * everybody who watches; a deal of our own those who watch outgoing ones, whatever else they ask of it by now.
 */
export const hearsOf = (watch: Watch, { direction }: Referral): boolean =>
  watchesReferrals(watch) && (direction !== 'Outgoing' || conditionsOf(watch).direction !== undefined);
