import type { Referral } from '../partnerCenter/referral';

/** The rank of the news that a referral has expired: nothing is more urgent, and nothing follows. */
export const expiredRank = 1_000;

/** Whether nobody answered in time. https://learn.microsoft.com/en-us/partner-center/developer/referral-resources */
export const isExpired = ({ status, substatus }: Referral): boolean => status === 'Closed' && substatus === 'Expired';
