import type { Referral } from '../partnerCenter/referral';
import type { Store } from '../storage/store';

/** Microsoft's `organizationId`. https://learn.microsoft.com/en-us/partner-center/developer/referral-resources */
export const microsoft = 'msft';

/**
 * The organization that a partner is, as far as its referrals tell it: what is incoming is owned by whoever received it.
 * https://learn.microsoft.com/en-us/partner-center/developer/referral-resources
 */
export const ownOrganization = (referrals: readonly Referral[]): string | undefined =>
  referrals.find(isReceived)?.organizationId ?? undefined;

const isReceived = ({ direction, organizationId }: Referral): boolean =>
  direction === 'Incoming' && Boolean(organizationId) && organizationId !== microsoft;

/** How many referrals of the ledger are looked at for one that tells which organization we are. */
const enoughToTell = 50;

/** The same, where these do not tell it, from what was seen before. */
export const ownOrganizationIn = async ({ ledger }: Store, referrals: readonly Referral[]) =>
  ownOrganization(referrals) ?? ownOrganization((await ledger.some(enoughToTell)).map(({ referral }) => referral));

/**
 * Whether a referral is the copy that another organization holds of a shared deal.
 * @param own our organization; undefined where it is not known, which leaves Microsoft's copies to be told
 */
export const isOthersCopy = ({ organizationId }: Referral, own: string | undefined): boolean =>
  Boolean(organizationId) && (own ? organizationId !== own : organizationId === microsoft);

/** The same for what a look or an event brings: what we received is ours, and Microsoft's is Microsoft's however it is directed. */
export const isTheirs = (referral: Referral, own: string | undefined): boolean =>
  referral.direction === 'Incoming' ? referral.organizationId === microsoft : isOthersCopy(referral, own);
