import * as fc from 'fast-check';
import { customerChoiceCard } from '../../src/cards/customerChoiceCard';
import { nearestNamesCard } from '../../src/cards/nearestNamesCard';
import { subscriptionsCard } from '../../src/cards/subscriptionsCard';
import { anyText } from '../support/anyReferral';
import { lintCard } from '../support/lintCard';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(arbitrary, fc.constant(null), fc.constant(undefined));
const text = maybe(anyText);
const customers = fc.array(
  fc.record({ id: fc.uuid(), companyProfile: maybe(fc.record({ companyName: text, domain: text })) }),
  { maxLength: 12 },
);
const subscriptions = fc.array(
  fc.record({
    id: fc.uuid(),
    friendlyName: text,
    offerName: text,
    status: maybe(fc.oneof(fc.constantFrom('active', 'suspended'), anyText)),
    quantity: maybe(fc.integer()),
    unitType: text,
    billingType: text,
    termDuration: maybe(fc.oneof(fc.constantFrom('P1M', 'P3Y'), anyText)),
    commitmentEndDate: text,
    autoRenewEnabled: maybe(fc.boolean()),
    attentionNeeded: maybe(fc.boolean()),
    isTrial: maybe(fc.boolean()),
    suspensionReasons: maybe(fc.array(anyText)),
  }),
  { maxLength: 20 },
);

test('whatever customers are called, Teams takes the card', () => {
  fc.assert(
    fc.property(fc.record({ query: anyText, customers, hasMore: fc.boolean() }), (found) => {
      const said = JSON.stringify(found);
      expect(lintCard(customerChoiceCard({ ...found, next: 'subscriptions' }), said)).toEqual([]);
      expect(lintCard(nearestNamesCard({ ...found, next: 'subscriptions' }), said)).toEqual([]);
    }),
  );
});

test('whatever a customer subscribes to, Teams takes the card', () => {
  const view = fc.record({ customerName: anyText, domain: anyText, subscriptions, page: fc.integer() });
  fc.assert(
    fc.property(view, (any) => {
      const card = subscriptionsCard({ ...any, customerId: 'c0', now: 0, locale: 'en' });
      expect(lintCard(card, JSON.stringify(any))).toEqual([]);
    }),
  );
});
