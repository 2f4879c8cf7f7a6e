import * as fc from 'fast-check';
import { newsCard } from '../../src/cards/newsCard';
import { invoiceNews, subscriptionNews } from '../../src/referrals/newsTruth';
import type { NewsTruth } from '../../src/storage/news';
import { anyText } from '../support/anyReferral';
import { lintCard } from '../support/lintCard';

const draw = (truth: NewsTruth, before: NewsTruth | null = null) =>
  newsCard({ truth, before, readAt: 0, now: 0, locale: 'en', timeZone: undefined });
const named = (friendlyName: string) => subscriptionNews('c', 'Contoso', { id: 's', friendlyName });

test('what a subscription is called now is on its card however long its old name was', () => {
  const { card } = draw(named('Premium for the field staff'), named('Premium '.repeat(40)));
  expect(card.body).toContainEqual(
    expect.objectContaining({ text: expect.stringMatching(/^Premium .*… → Premium for the field staff$/) }),
  );
});

test('names from right to left keep the order of before and after', () => {
  const { card } = draw(named('ب'), named('ا'));
  expect(card.body).toContainEqual(expect.objectContaining({ text: '\u2068ا\u2069 → \u2068ب\u2069' }));
});

test('whatever Partner Center says of a subscription or an invoice, Teams takes the card', () => {
  const text = fc.option(anyText);
  const subscription = fc
    .record({ friendlyName: text, status: text, unitType: text, quantity: fc.option(fc.integer()), name: anyText })
    .map(({ name, ...rest }) =>
      subscriptionNews('c', name, { id: 's', ...rest, suspensionReasons: [name, rest.status ?? ''] }),
    );
  const invoice = fc
    .record({ currencyCode: text, documentType: text, invoiceType: text, amendsOf: text, totalCharges: fc.double() })
    .map((any) => invoiceNews({ id: 'G1', ...any }));
  const found = fc.check(
    fc.property(subscription, subscription, invoice, (one, other, any) => {
      const objections = [draw(one), draw(one, other), draw(any)].flatMap((message) =>
        lintCard(message, JSON.stringify([one, other, any])),
      );
      if (objections.length > 0) throw new Error(objections.join(', '));
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(found).toMatchObject({ failed: false });
});
