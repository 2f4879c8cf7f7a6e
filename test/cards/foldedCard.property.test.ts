import * as fc from 'fast-check';
import { foldedCard, type FoldedReferral } from '../../src/cards/foldedCard';
import { anyReferral } from '../support/anyReferral';
import { lintCard } from '../support/lintCard';
import { actionsOf } from '../support/readCard';

/** So many referrals of whatever kind, each with an id of its own. */
const folded = fc
  .array(fc.record({ referral: anyReferral, hasCard: fc.constantFrom(true, false, false, false) }), {
    minLength: 1,
    maxLength: 60,
    size: 'max',
  })
  .map((list): FoldedReferral[] =>
    list.map(({ referral: found, hasCard }, at) => {
      const referralId = `4bcc3ad7-6f55-4b0a-8b2a-1d2a8a36f${String(100 + at)}`;
      const waits = { status: 'New', direction: 'Incoming' };
      const referral = { ...found, ...(at % 4 === 3 ? {} : waits), id: referralId };
      const facts = {
        referralId,
        referral,
        connected: null,
        version: 1,
        firstSeenAt: 0,
        seenAt: 0,
        decision: null,
        notice: null,
      };
      return { entry: facts, hasCard };
    }),
  );
const place = fc.record({
  locale: fc.constantFrom('en-GB', 'ar-SA', 'ja-JP', null),
  timeZone: fc.constantFrom('Asia/Tokyo', null),
});
const rowsOf = (card: object): number =>
  (card as { body: { type: string }[] }).body.filter(({ type }) => type === 'ColumnSet').length;

test('whatever referrals hold, each of its pages is a card that Teams takes, and together they show all of them', () => {
  fc.assert(
    fc.property(folded, place, fc.integer({ min: 0, max: 4e12 }), (referrals, where, now) => {
      let shown = 0;
      for (let from: string | undefined, pages = 0; pages <= referrals.length; pages++) {
        const message = foldedCard({ referrals, from, now, responseDays: 14 }, where);
        expect(lintCard(message, JSON.stringify(referrals))).toEqual([]);
        shown += rowsOf(message.card);
        const next = actionsOf(message.card).find(({ title }) => title === 'Show the next ones');
        if (!next) break;
        from = String(next.data?.['from']);
      }
      expect(shown).toBe(referrals.length);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});
