import type { Country } from './country';

/** https://learn.microsoft.com/en-us/partner-center/developer/referrals-api-introduction */
export const kinds = {
  marketplaceLead: { type: 'Independent', qualification: 'Direct', direction: 'Incoming', inviter: 'microsoft' },
  marketingLead: {
    type: 'Independent',
    qualification: 'MarketingQualified',
    direction: 'Incoming',
    inviter: 'microsoft',
  },
  salesLead: { type: 'Independent', qualification: 'SalesQualified', direction: 'Incoming', inviter: 'microsoft' },
  coSellFromMicrosoft: { type: 'Shared', qualification: 'SalesQualified', direction: 'Incoming', inviter: 'microsoft' },
  coSellFromPartner: { type: 'Shared', qualification: 'None', direction: 'Incoming', inviter: 'partner' },
  ownCoSell: { type: 'Shared', qualification: 'SalesQualified', direction: 'Outgoing', inviter: 'own' },
  ownPipeline: { type: 'Independent', qualification: 'SalesQualified', direction: 'Outgoing', inviter: 'own' },
} as const;

export type Kind = keyof typeof kinds;

/** What is fixed about a referral before the rest is invented. */
export interface Recipe {
  kind: Kind;
  country: Country;
  /** US dollars, written in the country's currency; null for a customer who names none, missing for the usual. */
  dealValue?: number | null;
  /** Hours from creation to `expirationDateTime`; null writes null, missing leaves the property out. */
  expiresInHours?: number | null;
  /** The customer writes in the country's own language. */
  inOwnLanguage?: boolean;
  /** Id of the solution category, any when missing. */
  about?: string;
}
