/**
 * Why a referral can be declined or was lost: the value that a card sends, and the text that becomes its `statusReason`. The reasons of
 * Partner Center itself. https://learn.microsoft.com/en-us/partner-center/bulk-operations
 */
export const declineReasons = {
  budget: 'Budget insufficient',
  noResponse: 'Customer not responding',
  otherVendor: 'Chose another vendor',
  requirements: 'Requirements not met',
  notCustomer: 'Not a customer',
  timeline: 'Timeline too short',
  spam: 'Abuse, spam or phishing',
  other: 'Other',
} as const;

export type DeclineReason = keyof typeof declineReasons;
