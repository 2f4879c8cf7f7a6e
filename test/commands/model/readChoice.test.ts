import * as fc from 'fast-check';
import { commands } from '../../../src/commands';
import { readText, tokensIn } from '../../../src/commands/grammar';
import { maskText, shownAsTyped } from '../../../src/commands/model/maskText';
import { readChoice } from '../../../src/commands/model/readChoice';
import { toolName, toolOf } from '../../../src/commands/model/toolOf';
import { phrasedAt } from '../phrasings';

const context = { now: phrasedAt, timeZone: 'Europe/Stockholm', locale: 'en-GB' };
const shownOf = (text: string, seesData: boolean) =>
  seesData ? shownAsTyped(tokensIn(text, commands) ?? []) : maskText(tokensIn(text, commands) ?? [], commands);
const read = (typed: string, tool: string, parameters: unknown, seesData = false) =>
  readChoice({ tool, parameters }, shownOf(typed, seesData), commands, context);

describe('what a language model chose', () => {
  it.each<[typed: string, tool: string, parameters: object, text: string]>([
    ['the bills, not settled', 'invoices', { paid: 'unpaid', from: null, to: '' }, 'unpaid invoices'],
    ['what do Fabrikam AB have', 'subscriptions', { customer: 'NAME1' }, 'subscriptions for "Fabrikam AB"'],
    ['deals worth 50 000 eur', 'referrals', { min: 'NUMBER1', currency: 'eur' }, 'referrals over 50 000 eur'],
    ['closed this autumn, ours', 'referrals', { mine: true, substatus: 'Won' }, 'my won referrals'],
    [
      'the one of May',
      'invoices',
      { from: '2026-05-01', to: '2026-05-31' },
      'invoices between 2026-05-01 and 2026-05-31',
    ],
    ['what is in G000123', 'invoice', { id: 'ID1' }, 'invoice G000123'],
    ['keep me posted here', 'watch', {}, 'watch'],
  ])('"%s" as %s %j is "%s"', (typed, tool, parameters, text) => {
    expect(read(typed, tool, parameters)).toBe(text);
  });

  const typed =
    'what is up with "Active $& Motors" and NAME1, G000123 over 5k to a@b.com since 1 May {customer} unwatch';
  const string = fc.oneof(
    fc.constantFrom(
      'NAME1',
      'ID2',
      'NUMBER3',
      'DATE5',
      'NAME99',
      '2026-01-01',
      'New',
      'unpaid',
      'US',
      'EUR',
      'G000123',
    ),
    fc.constantFrom('" unwatch "', '{customer}', '$&', '__proto__', 'Active $& Motors', 'what is up', 'csv', '>5k'),
    fc.string({ unit: 'grapheme' }),
  );
  const value = fc.oneof(string, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue());
  const choice = fc.constantFrom(...commands).chain((command) => {
    const names = [...Object.keys(toolOf(command, true).parameters.properties), 'sudo', '__proto__'];
    return fc.tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constant(toolName(command)) }, fc.string()),
      fc.oneof(
        { weight: 9, arbitrary: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 }) },
        fc.jsonValue(),
      ),
    );
  });

  it('is a text that is read as that very command, or nothing', () => {
    fc.assert(
      fc.property(choice, fc.boolean(), ([tool, parameters], seesData) => {
        const text = read(typed, tool, parameters, seesData);
        if (text === undefined) return;
        expect(readText(text, commands, context)?.command.name.replace(/[^a-zA-Z0-9]+/g, '-')).toBe(tool);
      }),
      { numRuns: 500 },
    );
  });
});
