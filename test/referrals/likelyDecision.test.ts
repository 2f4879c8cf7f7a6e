import type { Referral } from '../../src/partnerCenter/referral';
import { likelyDecision } from '../../src/referrals/likelyDecision';
import type { AuditEntry } from '../../src/storage/auditEntry';
import type { Decision } from '../../src/storage/store';

const begunAt = Date.parse('2026-11-21T10:00:00Z');
const acceptedDateTime = '2026-11-21T10:00:02.1234567Z';
const accepted: Referral = { id: 'r', status: 'Active', substatus: 'Accepted', acceptedDateTime };

const entry = (actorName: string, outcome: AuditEntry['outcome'], facts: Partial<AuditEntry> = {}): AuditEntry => ({
  at: begunAt,
  actorId: actorName.toLowerCase(),
  actorName,
  action: 'referral.accept',
  subject: 'r',
  conversationId: null,
  before: null,
  after: null,
  outcome,
  referenceId: actorName,
  requestIds: [],
  ...facts,
});

const learnt = { referralId: 'r', version: 1, connected: null, firstSeenAt: 0, seenAt: 0, notice: null };
const likely = (trail: AuditEntry[], referral = accepted, decision: Decision | null = null) =>
  likelyDecision(trail, { ...learnt, referral, decision });

const proven: Decision = { verb: 'accept', byId: 'isaiah', byName: 'Isaiah', at: begunAt };
const seeming: Decision = { verb: 'accept', byId: 'megan', byName: 'Megan', at: begunAt, possibly: ['Megan'] };

test.each<[string, AuditEntry[], readonly string[] | undefined]>([
  ['the only one who pressed', [entry('Megan', 'begun')], ['Megan']],
  [
    'each once, however often they pressed',
    [entry('Megan', 'begun'), entry('Megan', 'begun', { referenceId: '2' })],
    ['Megan'],
  ],
  ['everybody who pressed the same', [entry('Megan', 'begun'), entry('Isaiah', 'begun')], ['Megan', 'Isaiah']],
  [
    'not who pressed something else',
    [entry('Megan', 'begun'), entry('Isaiah', 'begun', { action: 'referral.decline' })],
    ['Megan'],
  ],
  ['not who was refused', [entry('Megan', 'begun'), entry('Isaiah', 'begun'), entry('Megan', 'failed')], ['Isaiah']],
  ['also whose answer was found lost before', [entry('Megan', 'begun'), entry('Megan', 'unproven')], ['Megan']],
  ['not who pressed hours before', [entry('Megan', 'begun', { at: begunAt - 7_200_000 })], undefined],
  ['not who pressed hours later', [entry('Megan', 'begun', { at: begunAt + 7_200_000 })], undefined],
  ['nobody where nobody pressed', [entry('Megan', 'failed')], undefined],
])('may have decided: %s', (_, trail, names) => {
  expect(likely(trail)?.possibly).toEqual(names);
});

test('a decision that is proven stays as it is', () => {
  expect(likely([entry('Megan', 'begun')], accepted, proven)).toBe(proven);
});

test('who seemed to have decided no longer does once that press is known to have failed', () => {
  expect(likely([entry('Megan', 'begun'), entry('Megan', 'failed')], accepted, seeming)).toBeNull();
});

test('what was decided before stays with it', () => {
  const won: Referral = { ...accepted, status: 'Closed', substatus: 'Won' };
  const decision = likely([entry('Megan', 'begun', { action: 'referral.won' })], won, proven);
  expect(decision).toMatchObject({ verb: 'won', possibly: ['Megan'], earlier: proven });
});

test('a referral that waits for an answer has no decision', () => {
  expect(likely([entry('Megan', 'begun')], { id: 'r', status: 'New', substatus: 'Pending' })).toBeNull();
});
