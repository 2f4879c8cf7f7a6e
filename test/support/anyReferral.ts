import * as fc from 'fast-check';
import { referralSchema, type Referral } from '../../src/partnerCenter/referral';

const awkward = fc.constantFrom(
  '',
  ' ',
  '${referralId}',
  "${if(true, 'x', 'y')}",
  '{{DATE(2026-01-01T00:00:00Z)}}',
  '[a](https://evil.example)',
  '**bold** _it_ `code`',
  '- list\n1. one\n# head\n> quote\n---',
  '<at>Megan</at> &lt;',
  'שלום \u202eabc\u202c مرحبا',
  '👩‍👩‍👧‍👦🇳🇴',
  `e${'\u0301'.repeat(3000)}`,
  '\u0000\u0007\ud800',
  'None',
  'constructor',
  '"\\"\'',
);

/** What people and services write: awkward, in any script, and sometimes of great length. */
export const anyText = fc.oneof(
  awkward,
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(fc.oneof(awkward, fc.string({ unit: 'grapheme', minLength: 1 })), fc.integer({ min: 1, max: 20_000 }))
    .map(([text, length]) => text.repeat(Math.ceil(length / Math.max(1, text.length))).slice(0, length)),
);

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof(arbitrary, fc.constant(null), fc.constant(undefined));
const text = maybe(anyText);
const time = maybe(
  fc.oneof(
    anyText,
    fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) => at.toISOString()),
  ),
);
const list = (item: fc.Arbitrary<object>) => maybe(fc.array(item, { maxLength: 60 }));
const named = list(fc.record({ id: text, name: text }));
const team = list(fc.record({ firstName: text, lastName: text, title: text, email: text, phoneNumber: text }));
const address = fc.record({
  addressLine1: text,
  addressLine2: text,
  city: text,
  state: text,
  postalCode: text,
  country: maybe(fc.oneof(anyText, fc.constantFrom('US', 'no', 'ZZ', 'x1'))),
});

/** Any referral that the schema lets through. */
export const anyReferral: fc.Arbitrary<Referral> = fc
  .record({
    id: fc.oneof(
      fc.uuid(),
      fc.string({ minLength: 1, maxLength: 60 }).filter((id) => id.trim() !== ''),
    ),
    engagementId: text,
    name: text,
    externalReferenceId: text,
    createdDateTime: time,
    updatedDateTime: time,
    expirationDateTime: time,
    acceptedDateTime: time,
    closedDateTime: time,
    status: maybe(fc.oneof(fc.constantFrom('New', 'Active', 'Closed'), anyText)),
    substatus: maybe(fc.oneof(fc.constantFrom('Pending', 'Accepted', 'Declined', 'Expired', 'Won', 'Lost'), anyText)),
    statusReason: text,
    type: maybe(fc.constantFrom('Shared', 'Independent', 'Other')),
    qualification: maybe(fc.oneof(fc.constantFrom('Direct', 'SalesQualified'), anyText)),
    direction: maybe(fc.constantFrom('Incoming', 'Outgoing')),
    customerProfile: maybe(fc.record({ name: text, size: text, address: maybe(address), team })),
    consent: maybe(fc.dictionary(fc.constantFrom('consentToContact', 'other'), fc.boolean())),
    details: maybe(
      fc.record({
        notes: text,
        dealValue: maybe(
          fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('10000', '', 'much')),
        ),
        currency: maybe(fc.oneof(fc.constantFrom('USD', 'JPY', 'xx', 'ZZZ'), anyText)),
        closingDateTime: time,
        requirements: maybe(fc.record({ industries: named, products: named, services: named, solutions: named })),
      }),
    ),
    team,
    inviteContext: maybe(
      fc.record({
        notes: text,
        assistanceRequestCode: text,
        invitedBy: maybe(
          fc.record({ organizationId: maybe(fc.constantFrom('msft', 'other')), organizationName: text }),
        ),
      }),
    ),
  })
  .map((referral) => referralSchema.parse(referral));
