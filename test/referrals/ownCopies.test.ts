import { ownOrganization } from '../../src/referrals/othersCopy';
import { ownCopies } from '../../src/referrals/ownCopies';
import type { Referral } from '../../src/partnerCenter/referral';

const of = (id: string, organizationId: string | null, engagementId: string | null, direction = 'Outgoing') =>
  ({ id, organizationId, engagementId, direction }) as Referral;
const idsOf = (referrals: readonly Referral[]) => referrals.map(({ id }) => id).join('');

const ours = of('a', 'us', 'e1');
const theirs = of('b', 'msft', 'e1');
const received = of('c', 'us', 'e2', 'Incoming');
const inviters = of('d', 'litware', 'e2');
const alone = of('e', 'litware', 'e3');
const all = [ours, theirs, received, inviters, alone];

test('what was received tells which organization we are', () => {
  expect(ownOrganization(all)).toBe('us');
  expect(
    ownOrganization([ours, theirs, of('x', null, 'e', 'Incoming'), of('y', 'msft', 'e', 'Incoming')]),
  ).toBeUndefined();
});

test.each([
  ['each engagement once, what is known only from others too', {}, 'us', 'ace'],
  ['our own deals only', { direction: 'Outgoing' }, 'us', 'ac'],
  ['our pipeline only', { kind: 'pipeline' } as const, 'us', 'ac'],
  ['everything in an engagement', { engagementId: 'e1' }, 'us', 'abcde'],
  ['without Microsoft’s copies where we are not known', {}, undefined, 'acde'],
])('a list has %s', (_, question, own, left) => {
  expect(idsOf(ownCopies(all, own, question))).toBe(left);
});

test('referrals without an organization or an engagement stay', () => {
  expect(idsOf(ownCopies([of('a', null, null), of('b', null, 'e'), of('c', 'msft', null)], 'us', {}))).toBe('abc');
});

test('a copy that waits for Microsoft is not among what waits for us, also where our own deal is not in the list', () => {
  const waits = { ...theirs, status: 'New' };
  expect(idsOf(ownCopies([waits, { ...received, status: 'New' }], 'us', { status: 'New' }))).toBe('c');
  expect(idsOf(ownCopies([waits], 'us', { engagementId: 'e1' }))).toBe('b');
});
