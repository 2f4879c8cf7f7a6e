import * as fc from 'fast-check';
import { referralCard } from '../../src/cards/referralCard';
import { anyReferral, anyText } from '../support/anyReferral';
import { lintCard } from '../support/lintCard';

const decision = fc.record({
  verb: fc.constantFrom('accept' as const, 'decline' as const, 'won' as const, 'lost' as const),
  byId: fc.uuid(),
  byName: anyText,
  at: fc.integer({ min: 0, max: 4e12 }),
});

const view = fc.record({
  referral: anyReferral,
  decision: fc.option(decision),
  notice: fc.option(anyText),
  now: fc.integer({ min: 0, max: 4e12 }),
  responseDays: fc.integer({ min: 1, max: 60 }),
  locale: fc.constantFrom('en-GB', 'de', 'ar-SA', 'ja-JP', 'zh-TW', 'en_US', '', 'x'),
  timeZone: fc.constantFrom('Europe/Stockholm', 'Asia/Kathmandu', 'Nowhere/Land'),
  referralLink: fc.constant('https://partner.microsoft.com/referrals/{id}?e={engagementId}'),
});

test('whatever a referral holds, its card is one that Teams takes', () => {
  fc.assert(
    fc.property(view, (any) => {
      expect(lintCard(referralCard(any), saidIn(any))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** Every text in a value, as people wrote it. */
function saidIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(saidIn).join('\n') : '';
}
