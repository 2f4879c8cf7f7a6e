import * as fc from 'fast-check';
import { readText } from '../../src/commands/grammar';
import { likelyReadings } from '../../src/commands/likelyReadings';
import { declarations } from './declarations';
import { phrasedAt } from './phrasings';
import { meansNothing } from './phrasings/meansNothing';

const context = { now: phrasedAt, timeZone: undefined, locale: 'en-GB' };

describe('what somebody may have meant', () => {
  it.each<readonly [text: string, ...likely: string[]]>([
    ['contoso', 'customer contoso', 'subscriptions for contoso', 'orders for contoso'],
    ['open referrals', 'new referrals', 'active referrals'],
    ['find contoso', 'customer contoso', 'subscriptions for contoso'],
    ['referrals contoso', 'referrals', 'referrals for contoso'],
    ['wotch', 'watch'],
    ['creat referral', 'create referral'],
    ['contoso invoices', 'invoices', 'customer contoso', 'subscriptions for contoso'],
    ['the subscriptions, about Contoso Ltd', 'the subscriptions Contoso Ltd'],
    ['cancel subscriptions for contoso', 'subscriptions for contoso'],
    ['pay invoice G000123', 'invoice G000123'],
    ['Germany', 'referrals Germany'],
    ['last month', 'invoices last month', 'referrals last month'],
    ['subscriptions of "Active Solutions" xyz', 'subscriptions of "Active Solutions"'],
    ['how do I create a referral?', 'create a referral'],
    ['good morning', 'help', 'customers', 'invoices'],
    ['', 'help', 'customers', 'invoices'],
  ])('"%s"', (text, ...likely) => {
    expect(likelyReadings(text, declarations, context)).toEqual(expect.arrayContaining(likely));
  });

  it.each(meansNothing)('"%s" has two or three, and each is a command', (text) => {
    const likely = likelyReadings(text, declarations, context);
    expect([2, 3]).toContain(likely.length);
    expect(likely.filter((guess) => !readText(guess, declarations, context))).toEqual([]);
  });

  it('is found for whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        expect(likelyReadings(text, declarations, context).length).toBeGreaterThan(1);
      }),
    );
  });
});
