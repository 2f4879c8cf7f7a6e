import { digestCard } from '../../src/cards/digestCard';
import type { Referral } from '../../src/partnerCenter/referral';
import type { Digest } from '../../src/referrals/digest';
import type { CardState } from './cardState';
import { sampleReferral } from './sampleReferral';

const until = Date.parse('2026-11-21T07:30:00Z');
const dayMs = 86_400_000;
const waits = (name: string, days: number): Referral => ({
  ...sampleReferral,
  id: `${sampleReferral.id.slice(0, -2)}${String(10 + Math.round(days * 2))}`,
  expirationDateTime: new Date(until + days * dayMs).toISOString(),
  customerProfile: { ...sampleReferral.customerProfile, name },
});
const waiting = [
  waits('Fabrikam Residences', 0.5),
  waits('Tailspin Toys', 2),
  waits('A very long customer name that goes on and on, with a branch in every town of the country', 2.5),
  waits('Wingtip', 6),
  waits('Woodgrove Bank', 9),
  waits('Contoso', 13),
  waits('Litware', 13.5),
];

const nothing: Digest = {
  since: until - dayMs,
  until,
  fresh: 0,
  waiting: [],
  waitingSince: undefined,
  expiring: 0,
  won: 0,
  lost: 0,
  expired: 0,
  answered: 0,
  responseMs: undefined,
};

const state = (name: string, changes: Partial<Digest>, isWeekly = false): CardState => {
  const place = { locale: 'en-GB', timeZone: 'Europe/Stockholm' };
  return {
    name: `digest-${name}`,
    message: digestCard({ digest: { ...nothing, ...changes }, isWeekly, responseDays: 14, ...place }),
  };
};
const full = { fresh: 12, waiting, waitingSince: until - 13 * dayMs, expiring: 3, won: 4, lost: 2, expired: 1 };

/** The digest of a channel. */
export const digestStates: readonly CardState[] = [
  state('daily', { fresh: 1, waiting: waiting.slice(0, 2), waitingSince: until - 5 * dayMs, expiring: 2 }),
  state('weekly', { ...full, since: until - 7 * dayMs, answered: 9, responseMs: 5.4 * 3_600_000 }, true),
  state('nothing-waits', { fresh: 2, answered: 2, responseMs: 40 * 60_000, won: 1 }),
];
