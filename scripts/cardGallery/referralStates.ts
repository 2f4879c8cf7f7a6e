import { referralCard, type ReferralCardView } from '../../src/cards/referralCard';
import type { Referral } from '../../src/partnerCenter/referral';
import type { CardState } from './cardState';
import { sampleReferral } from './sampleReferral';
import { worldReferrals } from './worldReferrals';

const now = Date.parse('2026-11-21T10:04:00Z');
const pressedAt = now - 2 * 3_600_000;
const megan = { byId: '00000000-0000-4000-8000-000000000001', byName: 'Megan Bowen', at: pressedAt };
const hours = (count: number): string => new Date(now + count * 3_600_000).toISOString();

function state(name: string, changes: Partial<Referral>, view: Partial<ReferralCardView> = {}): CardState {
  const message = referralCard({
    referral: { ...sampleReferral, ...changes },
    decision: null,
    notice: null,
    now,
    responseDays: 14,
    locale: 'en-GB',
    referralLink: 'https://partner.microsoft.com/dashboard/referrals/v2/leads',
    ...view,
  });
  return { name: `referral-${name}`, message };
}

const accepted = { status: 'Active', substatus: 'Accepted', acceptedDateTime: hours(-2) };
const closed = (substatus: string, statusReason: string | null = null) => ({
  status: 'Closed',
  substatus,
  statusReason,
  closedDateTime: hours(-2),
});
const elsewhere =
  'Alex Wilber pressed Accept, but someone was faster: it was already accepted in Partner Center. Nothing was changed.';

/** A deal of ours, and how Microsoft's copy of it stands. */
const shared = (name: string, connected: Partial<Referral>, changes: Partial<Referral> = accepted): CardState =>
  state(
    `shared-${name}`,
    { ...changes, direction: 'Outgoing' },
    { connected: { id: 'c', organizationId: 'msft', createdDateTime: hours(-26), ...connected } },
  );

/** The referral card in every state. */
export const referralStates: readonly CardState[] = [
  { ...state('new', {}), open: ['Decline', 'Details', 'Accept with…'] },
  state('soon', { expirationDateTime: hours(66) }),
  state('urgent', { expirationDateTime: hours(5) }),
  state('last-minutes', { expirationDateTime: hours(0.4) }),
  state('overdue', { expirationDateTime: hours(-3) }),
  {
    ...state('accepted', accepted, { decision: { verb: 'accept', ...megan } }),
    open: ['Won', 'Lost', 'Details', 'Note', 'Change', 'Teammate'],
  },
  state('accepted-most-likely', accepted, {
    decision: { verb: 'accept', ...megan, possibly: ['Megan Bowen'] },
    notice: 'Megan Bowen pressed Accept. The answer was lost on the way, but Partner Center now has it so.',
  }),
  state('accepted-by-one-of', accepted, {
    decision: { verb: 'accept', ...megan, possibly: ['Megan Bowen', 'Isaiah Langer'] },
  }),
  state('note-added', accepted, { decision: { verb: 'accept', ...megan }, notice: 'Alex Wilber added a note.' }),
  state('accepted-elsewhere', accepted),
  state('someone-was-faster', accepted, { notice: elsewhere }),
  state(
    'changed-while-pressing',
    {},
    {
      notice:
        'Megan Bowen pressed Accept, but the referral was changed in Partner Center at that moment. Nothing was overwritten. Look at it again and press once more.',
    },
  ),
  state('declined', closed('Declined', 'Chose another vendor: they renewed with their telephone company'), {
    decision: { verb: 'decline', ...megan },
  }),
  state('declined-elsewhere', closed('Declined', 'Budget insufficient')),
  state('expired', closed('Expired')),
  state('won', closed('Won'), { decision: { verb: 'won', ...megan, earlier: { verb: 'accept', ...megan } } }),
  state('won-elsewhere', closed('Won'), { decision: { verb: 'accept', ...megan } }),
  state('lost', closed('Lost', 'Timeline too short: they decide in January'), { decision: { verb: 'lost', ...megan } }),
  state('lost-elsewhere', closed('Lost', 'Timeline too short'), { decision: { verb: 'accept', ...megan } }),
  state('unknown-status', { status: 'OnHold', substatus: 'AwaitingReview' }),
  state('outgoing', { direction: 'Outgoing' }),
  { ...shared('waits', { status: 'New' }), open: ['Details', 'Won'] },
  shared('waits-soon', { status: 'New', expirationDateTime: hours(66) }),
  shared('waits-urgent', { status: 'New', expirationDateTime: hours(5) }),
  shared('accepted', { status: 'Active', acceptedDateTime: hours(-2) }),
  shared('declined', closed('Declined', 'Requirements not met: no seller for that region')),
  shared('expired', closed('Expired')),
  shared('won', { status: 'Active' }, closed('Won')),
  state('pipeline', { ...accepted, direction: 'Outgoing', type: 'Independent' }),
  state('bare', { customerProfile: null, details: null, team: null, inviteContext: null, consent: null, name: null }),
  ...worldReferrals.map(({ name, referral, locale, timeZone }) => state(name, referral, { locale, timeZone })),
];
