import { startDesk, type TestDesk } from '../support/desk';
import { textsOf } from '../support/readCard';
import { conversation } from './support/conversation';
import { shownTexts } from './support/shownTexts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded' });
});
afterAll(() => desk.close());

const callsOf = (path: RegExp) => desk.sandbox.world.requests().filter((request) => path.test(request.path)).length;

describe('invoices', () => {
  it('come newest first, a page at a time, read once', async () => {
    const { ask, press } = conversation(desk);
    const first = await ask('invoices');
    const calls = callsOf(/\/invoices\?/);
    expect(textsOf(first)[1]).toMatch(/^[\d,]+ invoices/);
    expect(textsOf(first).at(-1)).toMatch(/^1–8 of/);
    expect(textsOf(await press('list.page', { page: 1 })).at(-1)).toMatch(/^9–16 of/);
    expect(callsOf(/\/invoices\?/)).toBe(calls);
  });

  it('those that are not paid, and those of a time', async () => {
    const { ask } = conversation(desk);
    const unpaid = textsOf(await ask('unpaid invoices'));
    expect(unpaid[0]).toBe('Unpaid invoices');
    expect(unpaid.filter((text) => text === 'Paid')).toEqual([]);
    expect(textsOf(await ask('invoices 2026'))[0]).toMatch(/^Invoices /);
  });

  it('never show the address of the PDF', async () => {
    const { ask, press } = conversation(desk);
    await ask('invoices');
    const shown = JSON.stringify(await press('invoice.show'));
    expect(shown).toContain('PDF download link');
    expect(shown).not.toMatch(/documents\/statement/);
  });

  it('each opens with amounts and the lines of each provider, and these in pages', async () => {
    const { ask, press } = conversation(desk);
    await ask('invoices');
    const shown = shownTexts(await press('invoice.show'));
    for (const label of ['Total', 'Paid', 'Amount due', 'Billing period']) expect(shown).toContain(label);
    expect(shown.join('\n')).toMatch(/(Office|Azure|One-time): (billing|usage) lines/);
  });

  it('each of its lines opens with all its fields, and leads back to its page', async () => {
    const { ask, press } = conversation(desk);
    const newest = desk.sandbox.world.invoices.all().find(({ id }) => id === 'G000123');
    expect(newest).toBeDefined();
    await ask('invoice G000123');
    const lines = textsOf(await press('list.page', { list: 'invoiceLines', page: 0 }));
    expect(lines.at(-1)).toContain('Press a line');
    const shown = shownTexts(await press('invoiceLine.show', { line: 1 }));
    for (const label of ['Quantity', 'Unit price', 'Product ID', 'Publisher name']) expect(shown).toContain(label);
    expect(shown[0]).toBe(lines[5]);
    expect(textsOf(await press('list.page'))).toEqual(lines);
  });

  it('of more than four providers and types shows some of four, and all behind buttons', async () => {
    const kinds = ['office', 'azure', 'one_time', 'marketplace', 'external', 'azure_data_market'];
    const invoiceDetails = [...kinds, 'office'].map((billingProvider) => ({
      billingProvider,
      invoiceLineItemType: 'billing_line_items',
    }));
    const body = JSON.stringify({ id: 'G000123', totalCharges: 1, currencyCode: 'USD', invoiceDetails });
    desk.sandbox.world.faults.add({
      path: '^/v1/invoices/G000123$',
      status: 200,
      body,
      contentType: 'application/json',
    });
    const before = callsOf(/lineitems/i);
    const card = JSON.stringify(await conversation(desk).ask('invoice G000123'));
    desk.sandbox.world.faults.clear();
    expect(callsOf(/lineitems/i) - before).toBe(4);
    const behind = [...card.matchAll(/"list":"invoiceLines","invoiceId":"G000123","provider":"(\w+)"/g)];
    // Office and Azure have no lines on it.
    expect(new Set(behind.map(([, provider]) => provider))).toEqual(new Set(kinds.slice(2)));
    expect(card).toContain('could not be read just now');
  });

  it('asks for the number when none is named, and says when there is no such invoice', async () => {
    await expect(conversation(desk).ask('invoice')).rejects.toThrow('Which invoice');
    await expect(conversation(desk).ask('invoice X999999')).rejects.toThrow(/does not have this.*PD-/);
  });

  it('are not for somebody without the role', async () => {
    await expect(conversation(desk, desk.diego).ask('invoices')).rejects.toThrow(/role.*PD-/);
  });
});
