import { readInContext } from '../../src/commands/followUp';
import { Subjects } from '../../src/commands/subjects';
import { TestClock } from '../support/testClock';
import { declarations, type Declaration } from './declarations';

const clock = new TestClock();
let subjects = new Subjects<Declaration>(clock);
beforeEach(() => {
  subjects = new Subjects(clock);
});

/** Says something; gives what is understood. */
function say(text: string, person = 'megan', conversation = 'sales') {
  const context = { now: clock.now(), timeZone: undefined, locale: 'en-GB' };
  const reading = readInContext(text, declarations, context, subjects.recall(person, conversation));
  if (!reading) return undefined;
  subjects.keep(person, conversation, reading.command, reading.parameters);
  return { [reading.command.name]: reading.parameters };
}

describe('a question that goes on from the last one', () => {
  it.each<readonly [before: string, text: string, reading: object]>([
    ['subscriptions for contoso', 'and the orders?', { orders: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'orders', { orders: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'now the orders please', { orders: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'their orders', { orders: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'show its orders', { orders: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'can you show me their orders please', { orders: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'orders for it solutions', { orders: { customer: 'it solutions' } }],
    ['subscriptions for contoso', 'what are the orders for them?', { orders: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'orders for that customer', { orders: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'and the orders for fabrikam?', { orders: { customer: 'fabrikam' } }],
    ['subscriptions for contoso', 'and the referrals?', { referrals: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'any referrals with them?', { referrals: { customer: 'contoso' } }],
    ['subscriptions for contoso', 'referrals', { referrals: {} }],
    ['subscriptions for contoso', 'and the invoices?', { invoices: {} }],
    ['subscriptions for contoso', 'only suspended', { subscriptions: { customer: 'contoso', status: 'suspended' } }],
    [
      'subscriptions for contoso',
      'only the suspended ones',
      { subscriptions: { customer: 'contoso', status: 'suspended' } },
    ],
    [
      'active subscriptions for contoso',
      'and suspended?',
      { subscriptions: { customer: 'contoso', status: 'suspended' } },
    ],
    ['subscriptions for contoso', 'what about fabrikam?', { subscriptions: { customer: 'fabrikam' } }],
    ['subscriptions for contoso', 'and fabrikam?', { subscriptions: { customer: 'fabrikam' } }],
    [
      'suspended subscriptions for contoso',
      'the same for “Wingtip Toys”',
      { subscriptions: { customer: 'Wingtip Toys', status: 'suspended' } },
    ],
    ['unpaid invoices', 'and last month?', { invoices: { paid: 'unpaid', from: '2026-10-01', to: '2026-10-31' } }],
    ['invoices since March', 'only last month', { invoices: { from: '2026-10-01', to: '2026-10-31' } }],
    ['invoices last month', 'only unpaid', { invoices: { paid: 'unpaid', from: '2026-10-01', to: '2026-10-31' } }],
    ['new referrals', 'in Germany', { referrals: { status: 'New', country: 'DE' } }],
    ['new referrals', 'only over 50k EUR', { referrals: { status: 'New', min: 50000, currency: 'EUR' } }],
    ['new referrals', 'and won?', { referrals: { substatus: 'Won' } }],
    ['new referrals', 'only mine', { referrals: { status: 'New', mine: true } }],
  ])('"%s", then "%s"', (before, text, reading) => {
    expect(say(before)).toBeDefined();
    expect(say(text)).toEqual(reading);
  });

  it('keeps the customer over a question that is not about one', () => {
    say('subscriptions for contoso');
    say('invoices');
    expect(say('and the orders?')).toEqual({ orders: { customer: 'contoso' } });
  });

  it('is about the customer who was chosen on a card', () => {
    say('subscriptions for contoso');
    subjects.choose('megan', 'sales', 'Contoso Deutschland GmbH');
    expect(say('only suspended')).toEqual({
      subscriptions: { customer: 'Contoso Deutschland GmbH', status: 'suspended' },
    });
    expect(say('and the orders?')).toEqual({ orders: { customer: 'Contoso Deutschland GmbH' } });
  });

  it.each([
    'and watch',
    'and?',
    'thanks',
    'ok',
    'and thanks',
    'only',
    'what about lunch tomorrow at the place that we like',
  ])('"%s" goes on to nothing', (text) => {
    say('subscriptions for contoso');
    expect(say(text)).toBeUndefined();
  });

  it('is another one for another person, and in another conversation', () => {
    say('subscriptions for contoso');
    expect(say('only suspended', 'alex')).toBeUndefined();
    expect(say('only suspended', 'megan', 'support')).toBeUndefined();
    expect(say('and the orders?', 'alex')).toEqual({ orders: {} });
  });

  it('is possible for ten minutes', async () => {
    say('subscriptions for contoso');
    await clock.advance(10 * 60_000 - 1);
    expect(say('only suspended')).toBeDefined();
    await clock.advance(10 * 60_000);
    expect(say('only suspended')).toBeUndefined();
  });

  it('is remembered for a thousand people', () => {
    say('subscriptions for contoso', 'first');
    for (let person = 0; person < 1000; person++) say('subscriptions for contoso', `person ${person}`);
    expect(say('only suspended', 'first')).toBeUndefined();
    expect(say('only suspended', 'person 0')).toBeDefined();
  });
});
