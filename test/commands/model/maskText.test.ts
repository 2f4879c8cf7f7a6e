import * as fc from 'fast-check';
import { tokensIn } from '../../../src/commands/grammar';
import { currencyNamed } from '../../../src/commands/grammar/currencyNamed';
import { spellingOf } from '../../../src/commands/grammar/saying';
import { maskText } from '../../../src/commands/model/maskText';
import { plainWords } from '../../../src/locales/plainWords';
import { declarations } from '../declarations';

const masked = (text: string) => maskText(tokensIn(text, declarations) ?? [], declarations);

describe('a masked text', () => {
  it.each([
    ['which bills do we still owe', 'which bills do we still owe'],
    ['what is up with Fabrikam Nordic AB?', 'what is up with NAME1'],
    ["Fabrikam's sales and fabrikam's deals", 'NAME1 sales and NAME2 deals'],
    ['did megan.bowen@contoso.com answer', 'did EMAIL1 answer'],
    ['who is behind fabrikam.co.uk', 'who is behind DOMAIN1'],
    ['was G000123 paid, and D020001IVK', 'was ID1 paid and ID2'],
    ['state of 0fbb1c9e-6d4e-4b4b-9a2e-64b9d0cf51c2', 'state of ID1'],
    ['something worth 50 000 eur or €1.5m', 'something worth NUMBER1 eur or NUMBER2'],
    ['call +46 70 123 45 67 now', 'NAME1 NUMBER2 now'],
    ['what came on 1 March 2026 or in Q3', 'what came on DATE1 or in q3'],
    ['what came in the last 30 days from Germany', 'what came in DATE1 from germany'],
    ['what about "Active Orders for Germany"', 'what about NAME1'],
    ['the refferals of last munth', 'the referrals of last month'],
    ['was NAME1 paid', 'was ID1 paid'],
    ['<at>Partner Desk</at> whose is 株式会社コントソ', 'whose is NAME1'],
  ])('%s -> %s', (text, expected) => {
    expect(masked(text).text).toBe(expected);
  });

  it('can be put together again from what it keeps', () => {
    expect([...masked("is Fabrikam, Inc. or Litware's deal over 10k").typed]).toEqual([
      ['NAME1', 'Fabrikam, Inc'],
      ['NAME2', 'Litware'],
      ['NUMBER3', '10k'],
    ]);
  });

  const spelling = spellingOf(declarations);
  const isOurs = (word: string) =>
    spelling.knows(word) || plainWords.includes(word) || currencyNamed(word) !== undefined;
  const secret = fc.oneof(
    fc.constantFrom('Fabrikam', 'Litware Health AB', 'Ångström & Søn', 'Иванов', 'コントソ', 'Zażółć', "O'Brien"),
    fc.constantFrom(
      'megan@fabrikam.com',
      'a.b+c@x.co.jp',
      'fabrikam.com',
      'xn--fsq.example',
      'https://fabrikam.com/a?b=c',
    ),
    fc.constantFrom('G000123', 'D020001IVK', '+46 70 123 45 67', '(555) 010-9999', 'tel:5550109999'),
    fc.uuid(),
    fc.integer({ min: 1 }).map(String),
    fc.integer({ min: 1000 }).map((amount) => amount.toLocaleString('en-US')),
    fc.integer({ min: 1 }).map((amount) => `€${amount}k`),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const question = fc
    .array(fc.oneof(fc.constantFrom(...plainWords, 'invoices', 'referrals', 'for', 'EUR', '"', "'"), secret), {
      maxLength: 12,
    })
    .map((parts) => parts.join(' '));

  it('holds nothing but words of the locale and placeholders, whatever was typed', () => {
    fc.assert(
      fc.property(question, (text) => {
        const words = masked(text).text.split(' ').filter(Boolean);
        const others = words.filter(
          (word) => !/^(NAME|EMAIL|DOMAIN|ID|NUMBER|DATE)\d{1,2}$/.test(word) && !isOurs(word),
        );
        expect(others).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('holds no name, amount or id', () => {
    fc.assert(
      fc.property(fc.constantFrom('who is', 'bills of', 'deals with', 'what about'), secret, (lead, hidden) => {
        fc.pre(/[^a-z\s\p{P}\p{S}]/u.test(hidden) && hidden.trim().length > 3);
        expect(masked(`${lead} ${hidden} please`).text.toLowerCase()).not.toContain(hidden.trim().toLowerCase());
      }),
      { numRuns: 500 },
    );
  });
});
