import type { BotAnswer } from '../support/fakeTeams';
import { startDesk, type TestDesk } from '../support/desk';

const cardType = 'application/vnd.microsoft.card.adaptive';
const sentenceType = 'application/vnd.microsoft.activity.message';

let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk();
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
});
afterEach(() => desk.close());

/** A referral whose card is in the channel and which was then brought into a state in Partner Center. */
async function referralIn(state: Record<string, unknown>, facts: Record<string, unknown> = {}) {
  const [referral] = desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Fabrikam' }, ...facts });
  if (!referral) throw new Error('No referral arrived');
  const card = await desk.until('the card is posted', () =>
    desk.teams.cards(desk.channel.id).find((shown) => JSON.stringify(shown.card).includes(referral.id)),
  );
  desk.sandbox.world.referrals.changeInPortal(referral.id, state);
  return { id: referral.id, activityId: card.activityId };
}

const active = { status: 'Active', substatus: 'Accepted' };
const good: Readonly<Record<string, Record<string, unknown>>> = {
  'referral.accept': {},
  'referral.decline': { reason: 'other' },
  'referral.won': {},
  'referral.lost': { lostReason: 'budget', lostNote: 'next year' },
  'referral.update': { dealValue: '75000', currency: 'eur', closingDate: '2027-03-31' },
  'referral.note': { note: 'Called them.' },
  'referral.assign': { email: 'joni@contoso.example', firstName: 'Joni', lastName: 'Sherman' },
};
const press = (at: { id: string; activityId: string }, verb: string, inputs = good[verb], by = desk.megan) =>
  desk.teams.press({ by, in: desk.channel }, at.activityId, verb, inputs, { verb, referralId: at.id });
const patches = () => desk.sandbox.world.requests().filter((request) => request.method === 'PATCH');
const inPartnerCenter = (id: string) => desk.sandbox.world.referrals.find(id);
const text = (answer: BotAnswer) => JSON.stringify(answer.body?.value);
const shown = (activityId: string) =>
  JSON.stringify(desk.teams.cards(desk.channel.id).find((card) => card.activityId === activityId)?.card);

describe('a deal that runs', () => {
  it.each([
    ['referral.won', { status: 'Closed', substatus: 'Won' }, 'Won, closed by Megan Bowen'],
    [
      'referral.lost',
      { status: 'Closed', substatus: 'Lost', statusReason: 'Budget insufficient: next year' },
      'Lost, closed by Megan Bowen',
    ],
    [
      'referral.update',
      { ...active, details: { dealValue: 75000, currency: 'EUR', closingDateTime: '2027-03-31T00:00:00Z' } },
      'Megan Bowen changed the value or the close date.',
    ],
    [
      'referral.note',
      { ...active, details: { notes: 'Hello\n\n[2026-11-21 Megan Bowen] Called them.' } },
      'Megan Bowen added a note.',
    ],
    [
      'referral.assign',
      { ...active, team: [{ email: 'a@b.example' }, good['referral.assign']] },
      'Megan Bowen added joni@contoso.example to the team.',
    ],
  ])('%s: one PATCH with the eTag, and every card tells who did it', async (verb, expected, words) => {
    const at = await referralIn(
      { ...active, team: [{ email: 'a@b.example' }] },
      { details: { notes: 'Hello', dealValue: 10, currency: 'USD' } },
    );
    const eTag = inPartnerCenter(at.id)?.eTag;
    const answer = await press(at, verb);
    expect(answer).toMatchObject({ status: 200, body: { type: cardType } });
    expect(text(answer)).toContain(words);
    expect(inPartnerCenter(at.id)).toMatchObject(expected);
    expect(patches().map(({ who, headers }) => [who, headers['if-match']])).toEqual([[desk.megan.aadObjectId, eTag]]);
    await desk.until('the card is edited', () => shown(at.activityId).includes(words));
  });

  it('tells who accepted and who closed', async () => {
    const at = await referralIn({});
    await press(at, 'referral.accept', {}, desk.isaiah);
    const answer = await press(at, 'referral.won');
    expect(text(answer)).toContain('Won, closed by Megan Bowen');
    expect(text(answer)).toContain('by Isaiah Langer');
  });

  it('takes notes and colleagues where there were none', async () => {
    const at = await referralIn({ ...active, details: null, team: null });
    await press(at, 'referral.note');
    await press(at, 'referral.assign', { email: 'joni@contoso.example' });
    expect(inPartnerCenter(at.id)).toMatchObject({
      details: { notes: '[2026-11-21 Megan Bowen] Called them.' },
      team: [{ email: 'joni@contoso.example' }],
    });
  });
});

describe('what is not filled in', () => {
  it.each([
    ['referral.lost', { lostReason: '' }, 'Choose a reason'],
    ['referral.note', { note: '  ' }, 'Write the note'],
    ['referral.assign', { email: '' }, 'e-mail address'],
    ['referral.assign', { email: 'nobody' }, 'E-mail is not an address.*PD-'],
    ['referral.assign', { email: 'A@B.example' }, 'on the team already'],
    ['referral.update', {}, 'so already'],
    ['referral.update', { dealValue: 5 }, 'Which currency'],
    ['referral.update', { dealValue: 'much', currency: 'USD' }, 'Deal value is not an amount.*PD-'],
  ])('%s with %j: a sentence, and nothing is sent', async (verb, inputs, words) => {
    const at = await referralIn({ ...active, team: [{ email: 'a@b.example' }] }, { details: null });
    const answer = await press(at, verb, inputs);
    expect(answer).toMatchObject({ status: 200, body: { type: sentenceType } });
    expect(text(answer)).toMatch(new RegExp(words));
    expect(patches()).toEqual([]);
  });
});

describe('the life cycle', () => {
  const incoming = { direction: 'Incoming' };
  const states: Readonly<Record<string, Record<string, unknown>>> = {
    'New/Pending': { status: 'New', substatus: 'Pending', ...incoming },
    'New/Received': { status: 'New', substatus: 'Received', ...incoming },
    'New, a deal of ours': { status: 'New', substatus: 'Pending', direction: 'Outgoing' },
    'Active/Accepted': { ...active, ...incoming },
    'Active, a deal of ours': { ...active, direction: 'Outgoing' },
    'Closed/Won': { status: 'Closed', substatus: 'Won' },
    'Closed/Lost': { status: 'Closed', substatus: 'Lost' },
    'Closed/Declined': { status: 'Closed', substatus: 'Declined' },
    'Closed/Expired': { status: 'Closed', substatus: 'Expired' },
    unknown: { status: 'Archived', substatus: 'None' },
  };
  const anyOpen = ['referral.update', 'referral.note', 'referral.assign'];
  const allowed: Readonly<Record<string, readonly string[]>> = {
    'New/Pending': ['referral.accept', 'referral.decline', ...anyOpen],
    'New/Received': ['referral.accept', 'referral.decline', ...anyOpen],
    'New, a deal of ours': anyOpen,
    'Active/Accepted': ['referral.won', 'referral.lost', ...anyOpen],
    'Active, a deal of ours': ['referral.won', 'referral.lost', ...anyOpen],
  };

  it.each(Object.keys(states))(
    '%s: exactly the verbs that it allows send a PATCH, the others say why not',
    async (name) => {
      for (const verb of Object.keys(good)) {
        const at = await referralIn(states[name] ?? {});
        const before = patches().length;
        const answer = await press(at, verb);
        const may = allowed[name]?.includes(verb) ?? false;
        expect([verb, patches().length - before]).toEqual([verb, may ? 1 : 0]);
        expect(answer).toMatchObject({ status: 200, body: { type: cardType } });
        expect(/Megan Bowen pressed .*Nothing was changed/.test(text(answer))).toBe(!may);
      }
    },
  );

  it.each([
    ['referral.won', {}, 'has to be accepted first'],
    ['referral.note', states['Closed/Expired'], 'has expired'],
    ['referral.won', states['Closed/Won'], 'already Closed, Won'],
    ['referral.accept', states['New, a deal of ours'], 'a deal of your own'],
  ])('%s on %j says in plain words why not', async (verb, state, words) => {
    expect(text(await press(await referralIn(state ?? {}), verb))).toContain(words);
  });
});

describe('every verb of a deal that runs', () => {
  const verbs = ['referral.won', 'referral.lost', 'referral.update', 'referral.note', 'referral.assign'];

  it.each(verbs)('%s, changed between reading and writing: the fresh card, no second PATCH', async (verb) => {
    const at = await referralIn(active);
    const body = { error: { code: 'preconditionFailed', message: 'x' } };
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, status: 412, body });
    const answer = await press(at, verb);
    expect(answer).toMatchObject({ status: 200, body: { type: cardType } });
    expect(text(answer)).toContain('press once more');
    expect(patches()).toHaveLength(1);
  });

  it.each(verbs)('%s without a role: a sentence with the reference, and nothing is sent', async (verb) => {
    const at = await referralIn(active);
    const answer = await press(at, verb, good[verb], desk.diego);
    expect(answer).toMatchObject({ body: { type: sentenceType, value: expect.stringMatching(/role.*PD-/) } });
    expect(patches()).toEqual([]);
  });

  it.each(verbs)('%s whose answer is lost: a look tells that it arrived', async (verb) => {
    const at = await referralIn(active);
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, cut: 'afterProcessing' });
    expect((await press(at, verb)).body?.type).toBe(cardType);
    expect(patches()).toHaveLength(1);
  });

  it.each(verbs)('%s that never arrives: a sentence with the reference, never a second PATCH', async (verb) => {
    const at = await referralIn(active);
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', status: 503 });
    const answer = await press(at, verb);
    expect(answer).toMatchObject({ body: { type: sentenceType, value: expect.stringMatching(/PD-/) } });
    expect(patches()).toHaveLength(1);
  });
});

describe('two people', () => {
  it('who close a deal at the same moment: one does, the other is told, nothing is overwritten', async () => {
    const at = await referralIn(active);
    const answers = await Promise.all([
      press(at, 'referral.won'),
      press(at, 'referral.lost', good['referral.lost'], desk.isaiah),
    ]);
    const changes = desk.sandbox.world.history(at.id).filter((entry) => entry.how === 'api');
    expect(changes).toHaveLength(1);
    expect(answers.map((answer) => answer.body?.type)).toEqual([cardType, cardType]);
    const winner = changes[0]?.by === 'Megan Bowen' ? 'Won, closed by Megan Bowen' : 'Lost, closed by Isaiah Langer';
    await desk.until('the card tells it', () => shown(at.activityId).includes(winner));
    expect(answers.filter((answer) => text(answer).includes('was faster'))).toHaveLength(1);
  });

  it('who write notes at the same moment: neither note is lost without a word', async () => {
    const at = await referralIn(active, { details: { notes: 'Hello' } });
    const answers = await Promise.all([
      press(at, 'referral.note', { note: 'first' }),
      press(at, 'referral.note', { note: 'second' }, desk.isaiah),
    ]);
    const { notes } = (inPartnerCenter(at.id)?.details ?? {}) as { notes: string };
    const written = ['first', 'second'].filter((note) => notes.includes(note));
    expect(written.length + answers.filter((answer) => text(answer).includes('press once more')).length).toBe(2);
    expect(notes.startsWith('Hello\n\n')).toBe(true);
  });
});

describe('who may change referrals', () => {
  it('only the people that the administrator named', async () => {
    await desk.close();
    desk = await startDesk({ env: { DECIDER_IDS: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1025' } });
    await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
    const at = await referralIn(active);
    for (const verb of ['referral.update', 'referral.note', 'referral.assign', 'referral.lost', 'referral.won']) {
      expect((await press(at, verb)).body).toMatchObject({
        type: sentenceType,
        value: expect.stringContaining('named'),
      });
    }
    expect(patches()).toEqual([]);
    expect((await press(at, 'referral.won', {}, desk.isaiah)).body?.type).toBe(cardType);
  });
});
