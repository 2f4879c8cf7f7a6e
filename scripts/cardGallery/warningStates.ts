import { warningCard, type WarningCardView } from '../../src/cards/warningCard';
import type { Referral } from '../../src/partnerCenter/referral';
import type { CardState } from './cardState';
import { sampleReferral } from './sampleReferral';

const now = Date.parse('2026-11-21T10:04:00Z');
const dayMs = 86_400_000;
const days = (count: number): string => new Date(now + count * dayMs).toISOString();
const megan = { id: '00000000-0000-4000-8000-000000000001', name: 'Megan Bowen' };

function state(name: string, changes: Partial<Referral>, view: Partial<WarningCardView> = {}): CardState {
  const message = warningCard({
    referral: { ...sampleReferral, createdDateTime: days(-11), ...changes },
    connected: null,
    postedAt: now - 11 * dayMs,
    first: false,
    people: [megan],
    asOf: undefined,
    now,
    responseDays: 14,
    locale: 'en-GB',
    timeZone: 'Europe/Stockholm',
    ...view,
  });
  return { name: `reminder-${name}`, message };
}

const expired = { status: 'Closed', substatus: 'Expired', createdDateTime: days(-14), closedDateTime: days(0) };

/** A deal of ours, and how Microsoft's copy of it stands. */
const shared = (name: string, connected: Partial<Referral>, view: Partial<WarningCardView> = {}): CardState =>
  state(
    `shared-${name}`,
    { direction: 'Outgoing', status: 'Active', substatus: 'Accepted' },
    { connected: { id: 'c', organizationId: 'msft', createdDateTime: days(-11), ...connected }, ...view },
  );

/** The reminder of a referral in every state. */
export const warningStates: readonly CardState[] = [
  state('first', { createdDateTime: days(-1), expirationDateTime: days(13) }, { first: true }),
  { ...state('soon', { expirationDateTime: days(3) }), open: ['Remind me later'] },
  state('urgent', { expirationDateTime: days(0.2) }),
  state('several', { expirationDateTime: days(3) }, { people: [megan, { id: '29:1', name: 'Jo_ni *Sherman*' }] }),
  state('personal', { expirationDateTime: days(3) }, { people: [] }),
  state('unread', { expirationDateTime: days(1) }, { asOf: now - 3_600_000 }),
  state('undated', { expirationDateTime: null, createdDateTime: null }, { first: true }),
  state('expired', expired),
  shared('first', { status: 'New', createdDateTime: days(-1) }, { first: true }),
  { ...shared('soon', { status: 'New' }), open: ['Remind me later'] },
  shared('personal', { status: 'New', expirationDateTime: days(0.2) }, { people: [] }),
  shared('expired', expired),
  state('expired-unassigned', { ...expired, team: [] }),
];
