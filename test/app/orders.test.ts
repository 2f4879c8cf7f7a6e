import { startDesk, type TestDesk } from '../support/desk';
import { textsOf } from '../support/readCard';
import { conversation } from './support/conversation';
import { shownTexts } from './support/shownTexts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded' });
});
afterAll(() => desk.close());

const askedFor = () => desk.sandbox.world.requests().filter(({ path }) => path.includes('/orders'));

describe('orders', () => {
  it('come newest first, with their lines and totals', async () => {
    const { ask } = conversation(desk);
    const texts = textsOf(await ask('orders for Contoso Deutschland GmbH'));
    expect(texts[0]).toBe('Contoso Deutschland GmbH');
    expect(texts[1]).toMatch(/^\d+ orders? · \d+ lines?$/);
    expect(texts[2]).toMatch(/ · Order /);
    expect(texts.join('\n')).toMatch(/ordered by a person|by the system/);
  });

  it('are read with the own token of the person', async () => {
    const { ask } = conversation(desk);
    await ask('orders for Contoso Deutschland GmbH');
    expect(askedFor().at(-1)).toMatchObject({ who: desk.megan.aadObjectId, audience: 'partner-center' });
  });

  it('each opens with all its lines and fields, and leads back', async () => {
    const { ask, press } = conversation(desk);
    await ask('orders for Contoso Deutschland GmbH');
    const shown = shownTexts(await press('order.show'));
    for (const label of ['Lines', 'Line item number', 'Offer ID', 'Transaction type']) expect(shown).toContain(label);
    expect(textsOf(await press('customer.choose'))[1]).toMatch(/orders?/);
  });

  it('asks for the customer when none is named', async () => {
    await expect(conversation(desk).ask('orders')).rejects.toThrow('which customer');
  });

  it('an order that is not there is said to be gone', async () => {
    const { ask, press } = conversation(desk);
    await ask('orders for Contoso Deutschland GmbH');
    await expect(press('order.show', { orderId: 'none' })).rejects.toThrow('not there any more');
  });
});
