import { sampleInvoices } from '../../scripts/cardGallery/sampleAccounts';
import type { InvoiceFilter } from '../../src/cards/invoiceFilter';
import { invoicesCard } from '../../src/cards/invoicesCard';
import type { Invoice } from '../../src/partnerCenter/invoice';
import { actionsOf, textsOf } from '../support/readCard';

const cardOf = (invoices: Invoice[], filter: InvoiceFilter = {}, page = 0) =>
  invoicesCard({ invoices, filter, now: Date.parse('2026-11-21T10:04:00Z'), locale: 'en-GB', page }).card;
const one = (invoice: Partial<Invoice>) =>
  textsOf(cardOf([{ id: 'G1', currencyCode: 'GBP', ...invoice }])).slice(2, -1);

test.each<[Partial<Invoice>, string[]]>([
  [{ totalCharges: 100.5, paidAmount: 0 }, ['Invoice G1', '£100.50 due', 'total £100.50 · paid £0']],
  [{ totalCharges: 100.5, paidAmount: -100.5 }, ['Invoice G1', 'Paid', 'total £100.50 · paid £100.50']],
  [{ totalCharges: 0.3, paidAmount: -0.1 - 0.2 }, ['Invoice G1', 'Paid', 'total £0.30 · paid £0.30']],
  [
    { totalCharges: 100, paidAmount: -40, currencyCode: 'JPY' },
    ['Invoice G1', 'JP¥60 due', 'total JP¥100 · paid JP¥40'],
  ],
  [
    { totalCharges: -20, paidAmount: 0, documentType: 'adjustment_note' },
    ['Credit note G1', '£20 credit', 'total -£20 · paid £0'],
  ],
  [{ paidAmount: -1 }, ['Invoice G1']],
  [
    { billingPeriodStartDate: '2026-10-01T00:00:00Z', billingPeriodEndDate: '2026-10-31T00:00:00Z' },
    ['Invoice G1', '1 Oct – 31 Oct'],
  ],
])('a line: %j', (invoice, expected) => {
  expect(one(invoice)).toEqual(expected);
});

test('newest first, whatever order they come in, 1,000 of them in pages', () => {
  const texts = textsOf(cardOf(sampleInvoices(1000).toReversed()));
  expect(texts[1]).toMatch(/^1,000 invoices · \d+ unpaid: £/);
  expect(texts[2]).toBe('Invoice G001000');
  expect(texts.at(-1)).toMatch(/^1–8 of 1,000/);
  expect(textsOf(cardOf(sampleInvoices(1000), {}, 999)).at(-1)).toMatch(/^993–1,000 of/);
});

test('only the unpaid, only a year; the next page keeps to it', () => {
  const unpaid = cardOf(sampleInvoices(1000), { paid: 'unpaid' });
  expect(textsOf(unpaid)[0]).toBe('Unpaid invoices');
  expect(textsOf(unpaid).filter((text) => text.endsWith(' due'))).toHaveLength(9);
  expect(actionsOf(unpaid)[0]?.data).toEqual({ verb: 'list.page', list: 'invoices', paid: 'unpaid', page: 1 });
  const year = textsOf(cardOf(sampleInvoices(40), { from: '2026-01-01', to: '2026-12-31' }));
  expect(year.slice(0, 2)).toEqual(['Invoices 1 Jan–31 Dec', expect.stringMatching(/^11 of 40 invoices/)]);
});
