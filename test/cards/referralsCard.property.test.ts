import * as fc from 'fast-check';
import { referralCard } from '../../src/cards/referralCard';
import { referralsCard } from '../../src/cards/referralsCard';
import type { ReferralsQuestion } from '../../src/referrals/referralsQuestion';
import { anyReferral, anyText } from '../support/anyReferral';
import { lintCard } from '../support/lintCard';

const day = fc.constantFrom('2026-01-01', '2026-12-31', undefined);
const short = fc.option(
  anyText.map((text) => text.slice(0, 120)),
  { nil: undefined },
);
const question: fc.Arbitrary<ReferralsQuestion> = fc.record({
  status: fc.constantFrom('New', 'Closed', undefined),
  substatus: short.map((text) => text?.slice(0, 40)),
  direction: fc.constantFrom('Incoming', 'Outgoing', undefined),
  kind: fc.constantFrom('coSell' as const, 'lead' as const, undefined),
  country: fc.constantFrom('US', 'ZZ', undefined),
  customer: short,
  teamMember: short,
  min: fc.constantFrom(0, 1e15, undefined),
  currency: fc.constantFrom('EUR', 'QQQ', undefined),
  expiresFrom: day,
  to: day,
});
const list = fc.array(anyReferral, { maxLength: 9 });
const now = fc.integer({ min: 0, max: 4e12 });
const locale = fc.constantFrom('en-GB', 'ar-SA', 'ja-JP', 'en_US');

test('whatever referrals hold and whatever was asked, their list is a card that Teams takes', () => {
  fc.assert(
    fc.property(question, list, now, locale, (asked, referrals, at, language) => {
      const view = { question: asked, referrals, lookedAt: referrals.length + 1, page: 0, now: at, responseDays: 14 };
      expect(lintCard(referralsCard({ ...view, locale: language }), saidIn([asked, referrals]))).toEqual([]);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test('whatever a referral and its engagement hold, the card that somebody asked for is one that Teams takes', () => {
  const related = fc.option(list, { nil: undefined });
  fc.assert(
    fc.property(anyReferral, related, question, now, (referral, others, asked, at) => {
      const view = { decision: null, notice: null, now: at, responseDays: 14, locale: 'en-GB' };
      const further = {
        related: others,
        back: { list: 'referrals', page: 3, ...asked },
        backText: JSON.stringify(asked),
      };
      const card = referralCard({ ...view, referral, further, referralLink: 'https://partner.microsoft.com/{id}' });
      expect(lintCard(card, saidIn([referral, others, asked]))).toEqual([]);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

/** Every text in a value, as people wrote it. */
function saidIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(saidIn).join('\n') : '';
}
