import { odataString } from './odataString';

/**
 * The `filter` of a referrals list for the related referrals of one engagement: the partner's own copy, the other parties', and
 * Microsoft's. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 */
export const engagementFilter = (engagementId: string): string => `engagementId eq ${odataString(engagementId)}`;
