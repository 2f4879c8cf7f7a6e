const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The words of the list of referrals. English. */
export const referralListWords = {
  /** What is listed, with what is said before it: "Active outgoing co-sell opportunities". */
  things: {
    any: 'referrals',
    coSell: 'co-sell opportunities',
    qualifiedLead: 'qualified leads',
    lead: 'leads',
    pipeline: 'pipeline deals',
  },
  from: (amount: string) => `${amount} or more`,
  upTo: (amount: string) => `${amount} or less`,
  between: (min: string, max: string) => `${min} to ${max}`,
  currency: (code: string) => `in ${code}`,
  teamMember: (email: string) => `with ${email} on the team`,
  customer: (name: string) => `customer “${name}”`,
  engagement: 'of one engagement',
  expires: (period: string) => `expires ${period}`,
  dates: {
    closed: (period: string) => `closed ${period}`,
    accepted: (period: string) => `accepted ${period}`,
    created: (period: string) => `received ${period}`,
  },
  period: (from: string, to: string) => (from === to ? `on ${from}` : `from ${from} to ${to}`),
  since: (from: string) => `from ${from} on`,
  until: (to: string) => `up to ${to}`,
  count: (count: number, number: string) => `${number} ${plural(count, 'referral', 'referrals')}`,
  /** Some were looked at and left out on our side. */
  ofLookedAt: (matching: string, looked: string) => `${matching} of ${looked} looked at`,
  copies: (count: number, number: string) =>
    count === 1 ? 'a copy of another organization is left out' : `${number} copies of other organizations are left out`,
  none: 'None found',
  noneOf: 'None',
  exactAddress: 'Partner Center compares e-mail addresses exactly, capital letters included.',
  urgentFirst: 'most urgent first',
  newestFirst: 'newest first',
  open: 'Open',
  states: {
    outgoing: 'Waits for the other side',
    accepted: 'Accepted',
    pipeline: 'Active',
    declined: 'Declined',
    expired: 'Expired',
    won: 'Won',
    lost: 'Lost',
    new: 'New',
    unknown: 'Status not known',
  },
  received: (day: string) => `received ${day}`,
  created: (day: string) => `created ${day}`,
  closed: (day: string) => `closed ${day}`,
  related: 'In the same engagement',
  moreRelated: (count: string) => `Show all ${count}`,
  relatedUnread: 'What belongs to the same engagement could not be read just now.',
  allFields: 'All fields',
  back: 'Back to the list',
} as const;
