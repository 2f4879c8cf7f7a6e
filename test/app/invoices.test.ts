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

  it('asks for the number when none is named, and says when there is no such invoice', async () => {
    await expect(conversation(desk).ask('invoice')).rejects.toThrow('Which invoice');
    await expect(conversation(desk).ask('invoice X999999')).rejects.toThrow(/does not have this.*PD-/);
  });

  it('are not for somebody without the role', async () => {
    await expect(conversation(desk, desk.diego).ask('invoices')).rejects.toThrow(/role.*PD-/);
  });
});
