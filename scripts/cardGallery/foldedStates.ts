import { foldedCard, type FoldedReferral } from '../../src/cards/foldedCard';
import type { Referral } from '../../src/partnerCenter/referral';
import type { CardState } from './cardState';
import { sampleReferral } from './sampleReferral';
import { worldReferrals } from './worldReferrals';

const now = Date.parse('2026-11-21T10:04:00Z');
const dayMs = 86_400_000;
const place = { locale: 'en-GB', timeZone: 'Europe/Stockholm' };
const customers = [
  'Fabrikam Residences',
  'Tailspin Toys',
  'Wingtip',
  'Woodgrove Bank',
  'Contoso',
  'Litware',
  'Proseware',
];
const values = [126_500, 48_000, 0, 1_250_000];

/** The n-th of a burst, and what has become of it. */
function folded(
  n: number,
  changes: Partial<Referral> = {},
  facts: Partial<FoldedReferral['entry']> = {},
): FoldedReferral {
  const id = `${sampleReferral.id.slice(0, -3)}${String(100 + n)}`;
  const referral: Referral = {
    ...sampleReferral,
    id,
    customerProfile: { ...sampleReferral.customerProfile, name: customers[n % customers.length] ?? '' },
    details: { ...sampleReferral.details, dealValue: values[n % values.length] ?? 0 },
    expirationDateTime: new Date(now + (n + 1) * 0.7 * dayMs).toISOString(),
    ...changes,
  };
  const times = { version: 1, firstSeenAt: now, seenAt: now };
  const entry = { referralId: id, referral, connected: null, ...times, decision: null, notice: null };
  return { entry: { ...entry, ...facts }, hasCard: false };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => folded(n));
const accepted = { verb: 'accept', byId: 'aad-1', byName: 'Megan Bowen', at: now - 600_000 } as const;
const mixed = [
  ...many(18),
  { ...folded(1), hasCard: true },
  folded(20, { status: 'Active', substatus: 'Accepted' }, { decision: accepted }),
  folded(21, { status: 'Closed', substatus: 'Declined', closedDateTime: '2026-11-21T08:00:00Z' }),
  folded(22, { status: 'Closed', substatus: 'Expired' }),
];
const world = Array.from({ length: 25 }, (_, n) => folded(n, worldReferrals[n % worldReferrals.length]?.referral));

const state = (name: string, referrals: readonly FoldedReferral[], from?: number): CardState => {
  const sorted = referrals.map(({ entry }) => entry.referralId);
  const view = { referrals, from: from === undefined ? undefined : sorted[from], now, responseDays: 14 };
  return { name: `folded-${name}`, message: foldedCard(view, place) };
};

/** Bursts that are folded into one card. */
export const foldedStates: readonly CardState[] = [
  state('burst', many(21)),
  state('mixed', mixed),
  state('many', many(100)),
  state('many-middle', many(100), 40),
  state('many-end', many(100), 95),
  state('world', world),
  state(
    'over',
    many(21).map(({ entry }, n) =>
      folded(n, { status: 'Active' }, { decision: { ...accepted, byName: entry.referralId } }),
    ),
  ),
];
