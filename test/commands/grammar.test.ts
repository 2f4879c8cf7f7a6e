import { commands } from '../../src/commands';
import { readText } from '../../src/commands/grammar';

const read = (text: string): string => {
  const reading = readText(text, commands, { now: 0, timeZone: undefined, locale: 'en-US' });
  if (!reading) return 'unclear';
  const { customer } = reading.parameters;
  return customer === undefined
    ? reading.command.name
    : `${reading.command.name}: ${JSON.stringify(customer).slice(1, -1)}`;
};

describe('what people type', () => {
  it.each([
    ['help', 'help'],
    ['Help!', 'help'],
    ['HELP please', 'help'],
    ['?', 'help'],
    ['hello', 'help'],
    ['helpp', 'help'],
    ['what can you do?', 'help'],
    ['watch', 'watch'],
    ['Watch.', 'watch'],
    ['please watch', 'watch'],
    ['watch referrals', 'watch'],
    ['unwatch', 'unwatch'],
    ['stop watching', 'unwatch'],
    ['<at>Partner Desk</at> watch', 'watch'],
    ['subscriptions for contoso', 'subscriptions: contoso'],
    ['Subscriptions for Contoso Ltd.', 'subscriptions: Contoso Ltd'],
    ['subscription of contoso', 'subscriptions: contoso'],
    ['subs for contoso', 'subscriptions: contoso'],
    ['contoso subscriptions', 'subscriptions: contoso'],
    ["contoso's subscriptions", 'subscriptions: contoso'],
    ['Contoso’s subs', 'subscriptions: Contoso'],
    ['subscriptions contoso', 'subscriptions: contoso'],
    ['subcriptions for contoso', 'subscriptions: contoso'],
    ['subsciptions for contoso', 'subscriptions: contoso'],
    ['show me the subscriptions for "Contoso Deutschland GmbH" please', 'subscriptions: Contoso Deutschland GmbH'],
    ['can you show me all subscriptions for fabrikam?', 'subscriptions: fabrikam'],
    ["subscriptions for O'Neil & Sons", "subscriptions: O'Neil & Sons"],
    ['subscriptions for 日本商事', 'subscriptions: 日本商事'],
    ['subscriptions for شركة النور', 'subscriptions: شركة النور'],
    ['subscriptions for The Phone Company', 'subscriptions: The Phone Company'],
    ['subscriptions for Contoso, Inc.', 'subscriptions: Contoso, Inc'],
    ['subscriptions for St. Mary Hospital', 'subscriptions: St. Mary Hospital'],
    ['subscriptions for C# Corner?', 'subscriptions: C# Corner'],
    ['subscriptions for .NET Foundation', 'subscriptions: .NET Foundation'],
    ['subscriptions', 'subscriptions'],
    ['subscriptions for', 'subscriptions'],
  ])('%s -> %s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });

  it.each([
    'watches',
    'wotch',
    'wathc',
    'unwathc',
    'unwatched',
    'stop watchin',
    'watch out',
    'do not watch',
    'good morning',
    '',
    '   ',
    'lunch?',
  ])('%s changes nothing', (text) => {
    expect(['watch', 'unwatch']).not.toContain(read(text));
  });
});
