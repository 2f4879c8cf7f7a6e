import { referralCard } from '../../src/cards/referralCard';
import { referralFieldsCard } from '../../src/cards/referralFieldsCard';
import { referralsCard } from '../../src/cards/referralsCard';
import type { Referral } from '../../src/partnerCenter/referral';
import type { ReferralsQuestion } from '../../src/referrals/referralsQuestion';
import type { CardState } from './cardState';
import { sampleReferral } from './sampleReferral';
import { worldReferrals } from './worldReferrals';

const now = Date.parse('2026-11-21T10:04:00Z');
const hours = (count: number): string => new Date(now + count * 3_600_000).toISOString();
const accepted = { status: 'Active', substatus: 'Accepted' };

const varied: readonly Partial<Referral>[] = [
  { expirationDateTime: hours(5) },
  { ...accepted, createdDateTime: hours(-400) },
  { ...accepted, direction: 'Outgoing', type: 'Independent' },
  { direction: 'Outgoing' },
  { status: 'Closed', substatus: 'Won', closedDateTime: hours(-30) },
  { status: 'Closed', substatus: 'Expired', closedDateTime: hours(-60) },
  { status: 'OnHold', substatus: 'AwaitingReview', customerProfile: null, name: null, details: null },
  ...worldReferrals.map(({ referral }) => referral),
];

const referrals = (count: number): Referral[] =>
  Array.from({ length: count }, (_, at) => ({
    ...sampleReferral,
    ...varied[at % varied.length],
    id: sampleReferral.id.replace(/.{4}$/, String(at).padStart(4, '0')),
  }));

function list(name: string, question: ReferralsQuestion, count: number, page = 0, lookedAt = count): CardState {
  const view = { question, referrals: referrals(count), lookedAt, page, now, responseDays: 14, locale: 'en-GB' };
  return { name: `referrals-${name}`, message: referralsCard(view) };
}

function shown(name: string, changes: Partial<Referral>, related: Referral[] | undefined): CardState {
  const message = referralCard({
    referral: { ...sampleReferral, ...changes },
    decision: null,
    notice: null,
    now,
    responseDays: 14,
    locale: 'en-GB',
    referralLink: 'https://partner.microsoft.com/dashboard/referrals/v2/leads',
    further: { related, back: { list: 'referrals', status: 'New', page: 2 }, backText: '{"status":"New","page":2}' },
  });
  return { name: `referral-shown-${name}`, message };
}

/** Lists of referrals, and a referral as somebody asked for it. */
export const referralListStates: readonly CardState[] = [
  list('first', {}, 240),
  list('last', {}, 43, 5),
  list('filtered', { status: 'New', country: 'US', min: 10_000, currency: 'USD' }, 6, 0, 240),
  list('co-sell', { status: 'Active', direction: 'Outgoing', kind: 'coSell', teamMember: 'adele@contoso.com' }, 3),
  list('won', { substatus: 'Won', from: '2026-10-01', to: '2026-12-31' }, 1, 0, 9),
  list('none', { customer: 'شركة النخيل', expiresFrom: '2026-11-16', expiresTo: '2026-11-22' }, 0, 0, 31),
  list('nothing', { teamMember: 'nobody@contoso.com' }, 0),
  shown('new', {}, []),
  shown('active', accepted, referrals(2)),
  shown('many-related', accepted, referrals(9)),
  shown('unread', { status: 'Closed', substatus: 'Won' }, undefined),
  {
    name: 'referral-fields',
    message: referralFieldsCard({
      referral: sampleReferral,
      fieldsFrom: 0,
      backText: undefined,
      now,
      locale: 'en-GB',
    }),
  },
];
