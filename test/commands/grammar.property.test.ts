import * as fc from 'fast-check';
import { readText } from '../../src/commands/grammar';
import { likelyReadings } from '../../src/commands/likelyReadings';
import { declarations } from './declarations';
import { phrasedAt, phrasings } from './phrasings';

const context = { now: phrasedAt, timeZone: 'Asia/Tokyo', locale: 'en-US' };

/** Words of the grammar in any order, with names, numbers and signs between them. */
const jumble = fc
  .array(
    fc.oneof(
      fc.constantFrom(...new Set(phrasings.flatMap(([text]) => text.split(' ')))),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.nat().map(String),
      fc.constantFrom('"', "'", '<at>', '{customer}', '-', '1'.repeat(60), 'a@'.repeat(40), '31.12.2026', '€'),
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));

describe('whatever is typed', () => {
  it('is read without an error, and the same way every time', () => {
    fc.assert(
      fc.property(jumble, (text) => {
        const reading = readText(text, declarations, context);
        expect(readText(text, declarations, context)).toEqual(reading);
        for (const value of Object.values(reading?.parameters ?? {})) expect(value).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('is read in a moment, also when it repeats what could mean several things', () => {
    const words = [
      'new ',
      'the all any ',
      'referrals for ',
      'from 1 march to 3 march ',
      'between 10k and 20k ',
      "a'",
      '"a',
      'x@',
      '1.',
      '<at>',
    ];
    const texts = words.flatMap((word) => [word.repeat(8), word.repeat(32), word.repeat(1000), word.repeat(100_000)]);
    for (const text of texts) {
      const begun = performance.now();
      readText(text, declarations, context);
      likelyReadings(text, declarations, context);
      // A hundred times what it takes, so that a busy machine does not fail it and anything that explodes does.
      expect(performance.now() - begun).toBeLessThan(3000);
    }
  });
});
