import { odataString } from '../partnerCenter/odataString';
import type { ReferralKind } from './referralKind';

/** Which referrals somebody asks for; what is left out does not matter. Days are `YYYY-MM-DD` and belong to the period. */
export interface ReferralsQuestion {
  status?: string;
  substatus?: string;
  direction?: string;
  kind?: ReferralKind;
  qualification?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  engagementId?: string;
  /** E-mail address of somebody on our team. */
  teamMember?: string;
  /** A part of the customer's or the referral's name. */
  customer?: string;
  /** Deal value in `currency`, or in the referral's own where none is named; both ends belong to the range. */
  min?: number;
  max?: number;
  /** ISO 4217. */
  currency?: string;
  expiresFrom?: string;
  expiresTo?: string;
  /** When it was closed, accepted or received, whichever the rest of the question is about: see {@link dateAsked}. */
  from?: string;
  to?: string;
  /** In which order; what is left out is the most urgent first. */
  order?: 'newest';
}

/** What the service itself can tell apart for each kind, after the sample requests of the list page. */
const kindFilters: Readonly<Record<ReferralKind, Pick<ReferralsQuestion, 'direction'> & { type: string }>> = {
  coSell: { type: 'Shared' },
  qualifiedLead: { type: 'Independent', direction: 'Incoming' },
  lead: { type: 'Independent', direction: 'Incoming' },
  pipeline: { type: 'Independent', direction: 'Outgoing' },
};

/**
 * The part of a question that Partner Center answers, as a `$filter`; undefined for everything. Only fields whose filters are
 * documented: https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 */
export function referralsFilter(question: ReferralsQuestion): string | undefined {
  const { kind, teamMember } = question;
  const kindOf = kind && kindFilters[kind];
  const status = question.status ?? (asksForExpiry(question) ? 'New' : undefined);
  const terms: [string, string | undefined][] = [
    ['engagementId', question.engagementId],
    ['status', status],
    ['substatus', question.substatus],
    ['direction', question.direction ?? kindOf?.direction],
    ['type', kindOf?.type],
    ['qualification', question.qualification],
    ['customerProfile/address/country', question.country],
  ];
  const filters = terms.flatMap(([field, value]) => (value ? [`${field} eq ${odataString(value)}`] : []));
  if (teamMember) filters.push(`team/any(t:t/email eq ${odataString(teamMember)})`);
  return filters.length > 0 ? filters.join(' and ') : undefined;
}

/** Only what waits for an answer expires. */
export const asksForExpiry = ({ expiresFrom, expiresTo }: ReferralsQuestion): boolean =>
  expiresFrom !== undefined || expiresTo !== undefined;

/** What a period means: "won this quarter" is about the closing, "accepted in May" about the acceptance. */
export function dateAsked({ status, substatus }: ReferralsQuestion): 'closed' | 'accepted' | 'created' {
  if (status === 'Closed' || ['Won', 'Lost', 'Declined', 'Expired'].includes(substatus ?? '')) return 'closed';
  return substatus === 'Accepted' ? 'accepted' : 'created';
}
