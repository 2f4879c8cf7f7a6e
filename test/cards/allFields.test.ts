import * as fc from 'fast-check';
import { allFields } from '../../src/cards/allFields';
import { fieldLabel } from '../../src/cards/fieldLabel';
import { createFormats } from '../../src/cards/text/formats';
import { anyText } from '../support/anyReferral';

const formats = createFormats('en-GB', undefined, Date.parse('2026-11-21T10:04:00Z'));
const shown = (resource: object) =>
  allFields(resource, formats).groups.flatMap(({ title, facts }) =>
    facts.map((fact) => `${title} | ${fact.title} | ${fact.value}`),
  );

test.each([
  ['billingCycleEndDate', 'Billing cycle end date'],
  ['id', 'ID'],
  ['tenantId', 'Tenant ID'],
  ['pdfDownloadLink', 'PDF download link'],
  ['addressLine1', 'Address line 1'],
  ['isMicrosoftProduct', 'Is microsoft product'],
  ['snake_case_name', 'Snake case name'],
  ['MPNId', 'MPN ID'],
  ['', ''],
])('%s is called "%s"', (name, label) => {
  expect(fieldLabel(name)).toBe(label);
});

test('values are written as people read them, codes and ids as they are', () => {
  expect(
    shown({
      billingCycleEndDate: '2027-03-04T00:00:00Z',
      creationDate: '2015-11-25T06: 41: 12Z',
      effectiveStartDate: '2026-11-20T09:30:00',
      termDuration: 'P3Y',
      autoRenewEnabled: false,
      quantity: 1250,
      unitPrice: 0.000125,
      currencyCode: 'eur',
      billingType: 'license',
      aFieldOfTomorrow: 'kept',
    }),
  ).toEqual([
    'General | Billing cycle end date | 4 Mar 2027',
    'General | Creation date | 25 Nov 2015, 06:41 UTC',
    'General | Effective start date | 20 Nov, 09:30 UTC',
    'General | Term duration | 3 years',
    'General | Auto renew enabled | No',
    'General | Quantity | 1,250',
    'General | Unit price | 0.000125 EUR',
    'General | Currency code | eur',
    'General | Billing type | license',
    'General | A field of tomorrow | kept',
  ]);
});

test('parts of a resource stand under their names, also those within lists', () => {
  expect(
    shown({
      companyProfile: { address: { city: 'Reading' } },
      customDomains: ['a.example', 'b.example'],
      lineItems: [{ quantity: 1, renewsTo: { termDuration: 'P1M' } }, { quantity: 2 }],
    }),
  ).toEqual([
    'General | Custom domains | a.example, b.example',
    'Company profile › Address | City | Reading',
    'Line items 1 | Quantity | 1',
    'Line items 1 › Renews to | Term duration | 1 month',
    'Line items 2 | Quantity | 2',
  ]);
});

test('addresses of the API are not shown, and what is empty is left out', () => {
  const text = shown({
    pdfDownloadLink: '/invoices/G1/documents/statement',
    links: { self: { uri: '/x' } },
    attributes: { etag: 'x' },
    partnerId: '',
    region: null,
  }).join();
  expect(text).toMatch(/^General \| PDF download link \| There is one/);
  expect(text).not.toMatch(/statement|self|etag|Partner ID|Region/);
});

test('what does not fit goes on on further pages, each field exactly once', () => {
  const lineItems = Array.from({ length: 102 }, (_, at) => ({ offerId: `offer-${at}`, quantity: at }));
  const found: string[] = [];
  let pages = 0;
  for (let from: number | undefined = 0; from !== undefined; pages++) {
    const page = allFields({ id: 'x', lineItems }, formats, from);
    expect(page.range).toMatch(/of 205$/);
    expect(page.previous === undefined).toBe(pages === 0);
    found.push(...page.groups.flatMap(({ title, facts }) => facts.map((fact) => `${title}/${fact.title}`)));
    from = page.next;
  }
  expect(pages).toBeGreaterThan(1);
  expect(new Set(found).size).toBe(205);
  expect(found).toHaveLength(205);
});

test('whatever a resource holds, a page of its fields is small', () => {
  const value = fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null));
  const resource = fc.dictionary(anyText, fc.oneof(value, fc.array(value), fc.dictionary(anyText, value)));
  fc.assert(
    fc.property(resource, fc.integer(), (any, from) => {
      const json = JSON.stringify(allFields(any, formats, from));
      expect(json.length).toBeLessThan(9_000);
      expect(Buffer.byteLength(json)).toBeLessThan(24_000);
    }),
  );
});

test('the address of a tax receipt, deep within, is not shown either', () => {
  const taxReceipts = [{ id: 'R1', taxReceiptPdfDownloadLink: '/invoices/G1/receipts/R1/documents/statement' }];
  const texts = shown({ id: 'G1', taxReceipts });
  expect(texts).toContainEqual(
    expect.stringMatching(/^Tax receipts 1 \| Tax receipt PDF download link \| There is one/),
  );
  expect(texts.join('\n')).not.toContain('documents/statement');
});
