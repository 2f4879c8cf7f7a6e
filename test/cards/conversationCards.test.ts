import { customerChoiceCard } from '../../src/cards/customerChoiceCard';
import { helpCard } from '../../src/cards/helpCard';
import { nearestNamesCard } from '../../src/cards/nearestNamesCard';
import { watchStartedCard } from '../../src/cards/watchStartedCard';
import { welcomeCard } from '../../src/cards/welcomeCard';
import { actionsOf, textsOf } from '../support/readCard';

const customer = (id: string, companyName: string, domain = `${id}.com`) => ({
  id,
  companyProfile: { companyName, domain },
});
const titles = (card: object) => actionsOf(card).map(({ title }) => title);

test('help shows each command as it is typed, with an example where that differs', () => {
  const commands = [
    { title: 'watch', example: 'watch', description: 'Starts.' },
    { title: 'subscriptions for <customer>', example: 'subscriptions for contoso', description: 'Shows.' },
  ];
  expect(textsOf(helpCard({ commands, locale: 'en' }).card).slice(1, 5)).toEqual([
    'watch',
    'Starts.',
    'subscriptions for \\<customer>',
    'Shows. For example: subscriptions for contoso',
  ]);
});

test('the greeting has a button that starts watching, unless that is so already', () => {
  const cards = [false, true].map((alreadyWatching) => welcomeCard({ kind: 'channel', alreadyWatching }).card);
  expect(cards.map((card) => actionsOf(card).map(({ verb }) => verb))).toEqual([['watch.start'], []]);
});

test.each([
  [0, 'No older referral waits for an answer.', ['Only some of them…']],
  [1, 'One older referral still waits for an answer and is not here.', ['Post the older one', 'Only some of them…']],
  [
    12,
    '12 older referrals still wait for an answer and are not here.',
    ['Post the 12 older ones', 'Only some of them…'],
  ],
])('a watch that begins with %i older ones', (olderOpen, text, buttons) => {
  const { card } = watchStartedCard({ watchId: 'w', conditions: '', olderOpen, again: false });
  expect(textsOf(card)).toEqual(['Watching', expect.stringMatching('unwatch'), text]);
  expect(titles(card)).toEqual(buttons);
});

test('a second watch says that there was one', () => {
  expect(textsOf(watchStartedCard({ watchId: 'w', conditions: '', olderOpen: 0, again: true }).card)[0]).toBe(
    'Already watching',
  );
});

test('customers with one name are told apart by their domains', () => {
  const customers = [customer('a', 'Contoso'), customer('b', 'Contoso'), customer('c', 'Contoso Café')];
  const { card } = customerChoiceCard({ query: 'con', customers, hasMore: false, next: 'subscriptions' });
  expect(titles(card)).toEqual(['Contoso (a.com)', 'Contoso (b.com)', 'Contoso Café']);
  expect(actionsOf(card)[1]?.data).toEqual({
    verb: 'customer.choose',
    customerId: 'b',
    customerName: 'Contoso',
    next: 'subscriptions',
  });
});

test('six customers can be chosen from; that there are more is said', () => {
  const customers = Array.from({ length: 9 }, (_, at) => customer(`c${at}`, `Contoso ${at}`));
  const { card } = customerChoiceCard({ query: 'con', customers, hasMore: false, next: 'subscriptions' });
  expect(titles(card)).toHaveLength(6);
  expect(textsOf(card)[1]).toMatch(/There are more/);
});

test('nobody by that name: the nearest, or how the search works', () => {
  const near = nearestNamesCard({ query: 'contosso', customers: [customer('a', 'Contoso')], next: 'subscriptions' });
  const none = nearestNamesCard({ query: '[x](y)', customers: [], next: 'subscriptions' });
  expect([textsOf(near.card), titles(near.card)]).toEqual([
    ['No customer begins with “contosso”.', 'The nearest names:'],
    ['Contoso'],
  ]);
  expect(textsOf(none.card)).toEqual(['No customer begins with “\\[x\\](y)”.', expect.stringMatching('beginning')]);
  expect(titles(none.card)).toEqual([]);
});
