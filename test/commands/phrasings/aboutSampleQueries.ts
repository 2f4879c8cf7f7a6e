import type { Phrasing } from '../phrasings';

const engagement = { engagementId: '65edc0b5-3485-41b7-a17e-dfa9ef4706e2' };
const newest = { order: 'newest' };
const incomingCoSell = { direction: 'Incoming', kind: 'coSell' };
const unanswered = { direction: 'Incoming', substatus: 'Pending' };
const ours = { status: 'Active', direction: 'Outgoing', kind: 'coSell', teamMember: 'r2d2@contoso.com' };

/**
 * Every sample request, as people would say it, of https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 * and https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
 */
export const aboutSampleQueries: readonly Phrasing[] = [
  ['referrals of engagement 65edc0b5-3485-41b7-a17e-dfa9ef4706e2', 'referrals', engagement],
  ['everything in engagement 65edc0b5-3485-41b7-a17e-dfa9ef4706e2', 'referrals', engagement],
  ['engagement 65edc0b5-3485-41b7-a17e-dfa9ef4706e2', 'referrals', engagement],
  ['new sales qualified referrals', 'referrals', { status: 'New', qualification: 'SalesQualified' }],
  ['new sales-qualified deals', 'referrals', { status: 'New', qualification: 'SalesQualified' }],
  ['sales qualified referrals that are new', 'referrals', { status: 'New', qualification: 'SalesQualified' }],
  ['sales qualified leads', 'referrals', { kind: 'qualifiedLead' }],
  ['marketing qualified leads', 'referrals', { qualification: 'MarketingQualified' }],
  ['direct referrals', 'referrals', { qualification: 'Direct' }],
  ['incoming referrals from US', 'referrals', { direction: 'Incoming', country: 'US' }],
  ['incoming leads and opportunities in the US', 'referrals', { direction: 'Incoming', country: 'US' }],
  ['newest referrals', 'referrals', newest],
  ['latest leads and opportunities', 'referrals', newest],
  ['most recent referrals', 'referrals', newest],
  ['last 20 referrals', 'referrals', newest],
  ['latest 10 incoming co-sell opportunities', 'referrals', { ...incomingCoSell, ...newest }],
  ['10 most recent incoming co-sell', 'referrals', { ...incomingCoSell, ...newest }],
  ['top 10 incoming co-sell deals', 'referrals', incomingCoSell],
  ['latest unanswered incoming leads and opportunities', 'referrals', { ...unanswered, ...newest }],
  ['latest 10 referrals we have not answered', 'referrals', { ...unanswered, ...newest }],
  ['incoming pending referrals', 'referrals', unanswered],
  ['active co-sell we started handled by r2d2@contoso.com', 'referrals', ours],
  ['newest active outgoing co-sell of r2d2@contoso.com', 'referrals', { ...ours, ...newest }],
  ['referrals in the last 10 days', 'referrals', { from: '2026-11-11', to: '2026-11-21' }],
  ['create a shared referral', 'create referral'],
  ['create an independent referral', 'create referral'],
  ['please create a co-sell opportunity', 'create referral'],
  ['create a referral shared with Microsoft', 'create referral'],
  ['share a deal with Microsoft', 'create referral'],
  ['invite Microsoft to a deal', 'create referral'],
];
