import type { BotAnswer } from '../support/fakeTeams';
import { startDesk, type TestDesk } from '../support/desk';

const cardType = 'application/vnd.microsoft.card.adaptive';
const sentenceType = 'application/vnd.microsoft.activity.message';

let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

/** Writes in a new personal chat, and gives the answer with the card that it is on. */
async function ask(text: string, by = desk.megan) {
  const chat = desk.teams.places.addPersonalChat(by);
  await desk.teams.say({ by, in: chat }, text);
  const answer = desk.teams.posts.all
    .filter((post) => post.conversationId === chat.id && post.versions[0]?.type !== 'typing')
    .at(-1);
  return { chat, activityId: answer?.activityId ?? '', words: JSON.stringify(answer?.versions.at(-1)) };
}

/** Presses the button of a list that asks this. */
function page(question: Record<string, unknown>, by = desk.megan): Promise<BotAnswer> {
  const chat = desk.teams.places.addPersonalChat(by);
  const data = { verb: 'list.page', list: 'referrals', page: 0, ...question };
  return desk.teams.press({ by, in: chat }, '1795254430001', 'list.page', {}, data);
}

/** Moves the clock until it is answered: a read is tried again after waits. */
async function patiently(work: Promise<BotAnswer>): Promise<BotAnswer> {
  let answer: BotAnswer | undefined;
  void work.then((given) => (answer = given));
  return desk.until('it is answered', () => answer);
}

const text = (answer: BotAnswer) => JSON.stringify(answer.body?.value);
const arrive = (facts: Record<string, unknown>, count = 1) => desk.sandbox.world.referrals.arrive(facts, count);
const named = (name: string, facts: Record<string, unknown> = {}) => {
  const [referral] = arrive({ name: `Deal of ${name}`, customerProfile: { name }, ...facts });
  if (!referral) throw new Error('No referral arrived');
  return referral;
};
const listCalls = () =>
  desk.sandbox.world
    .requests()
    .filter(({ who, path }) => who === desk.megan.aadObjectId && /\/engagements\/referrals(\?|$)/.test(path));
const filtersAsked = () => listCalls().map(({ path }) => new URLSearchParams(path.split('?')[1]).get('$filter'));
const namesIn = (words: string) => [...words.matchAll(/Customer-\w+/g)].map(([name]) => name);
const lists = async (question: Record<string, unknown>) => namesIn(text(await page(question))).toSorted();

/** Presses a line of a list. */
const show = async (referralId: string, data: Record<string, unknown> = {}, by = desk.megan) => {
  const chat = desk.teams.places.addPersonalChat(by);
  return desk.teams.press({ by, in: chat }, '1795254430002', 'referral.show', {}, { referralId, ...data });
};

describe('a list of referrals', () => {
  it('is read to its end with the own token of the person, and paged: 1–8 of 240', async () => {
    arrive({ status: 'Active', substatus: 'Accepted' }, 240);
    const { words, chat, activityId } = await ask('referrals');
    expect(words).toContain('1–8 of 240');
    expect(listCalls().map(({ audience }) => audience)).toEqual(['referrals', 'referrals', 'referrals']);
    const second = await desk.teams.press({ by: desk.megan, in: chat }, activityId, 'list.page');
    expect(second).toMatchObject({ status: 200, body: { type: cardType } });
    expect(text(second)).toContain('9–16 of 240');
    expect(listCalls()).toHaveLength(6);
    expect(text(await page({ page: 29 }))).toContain('233–240 of 240');
    expect(text(await page({ page: 99 }))).toContain('233–240 of 240');
  });

  it('shows what waits for an answer first, the most urgent first, then the newest', async () => {
    named('Customer-accepted', { status: 'Active', substatus: 'Accepted', createdDateTime: '2026-11-01T00:00:00Z' });
    named('Customer-calm', { expirationDateTime: '2026-12-04T00:00:00Z' });
    named('Customer-urgent', { expirationDateTime: '2026-11-22T00:00:00Z' });
    named('Customer-newer', { status: 'Closed', substatus: 'Lost', closedDateTime: '2026-11-02T00:00:00Z' });
    const { words } = await ask('referrals');
    expect(namesIn(words)).toEqual(['Customer-urgent', 'Customer-calm', 'Customer-newer', 'Customer-accepted']);
    expect(words).toContain('most urgent first');
  });

  it('shows the latest first where they are asked for, page after page', async () => {
    named('Customer-oldest', {
      createdDateTime: '2026-11-10T00:00:00Z',
      expirationDateTime: '2026-11-22T00:00:00Z',
    });
    named('Customer-newest', { createdDateTime: '2026-11-20T00:00:00Z' });
    named('Customer-between', { status: 'Active', substatus: 'Accepted', createdDateTime: '2026-11-15T00:00:00Z' });
    const { words } = await ask('latest 10 referrals');
    expect(namesIn(words)).toEqual(['Customer-newest', 'Customer-between', 'Customer-oldest']);
    expect(words).toContain('newest first');
    expect(namesIn(text(await page({ order: 'newest' })))[0]).toBe('Customer-newest');
  });

  it('shows a person only what Partner Center lets that person see', async () => {
    named('Customer-hidden', { team: [] });
    named('Customer-shared', { team: [{ email: 'alexw@contoso-partner.example' }] });
    expect(namesIn((await ask('referrals', desk.alex)).words)).toEqual(['Customer-shared']);
    expect((await ask('referrals', desk.diego)).words).toMatch(/role.*PD-/);
  });

  it('says so when nothing is found', async () => {
    expect((await ask('referrals')).words).toContain('None found');
  });

  it.each([401, 403, 404, 429, 500])('answers %i of Partner Center with a sentence and a reference', async (status) => {
    desk.sandbox.world.faults.add({ method: 'GET', path: '/engagements/referrals$', status });
    const answer = await patiently(page({}));
    expect(answer).toMatchObject({ body: { type: sentenceType, value: expect.stringMatching(/PD-/) } });
  });
});

describe('a deal that another organization has a copy of', () => {
  const engagementId = '65edc0b5-3485-41b7-a17e-dfa9ef4706e2';
  const microsofts = { engagementId, organizationId: 'msft', organizationName: 'Microsoft' };

  it('is listed once, as ours, with the copy behind it, and costs no call more', async () => {
    const own = named('Customer-own', { engagementId, direction: 'Outgoing', type: 'Shared' });
    const copy = named('Customer-own', { ...microsofts, direction: 'Outgoing', type: 'Shared' });
    const { words } = await ask('outgoing deals');
    expect(listCalls()).toHaveLength(1);
    expect(words).toContain(own.id);
    expect(words).not.toContain(copy.id);
    expect(words).toContain('a copy of another organization is left out');
    expect(text(await show(own.id))).toContain(copy.id);
    expect(text(await page({ engagementId }))).toContain(copy.id);
    expect((await ask('referral customer-own')).words).toContain('referral.note');
  });

  it('of which ours was received is no deal of our own', async () => {
    named('Customer-received', { engagementId });
    await desk.until('it is known', () => desk.sandbox.world.requests().length > 0);
    await desk.clock.advance(5_000);
    named('Customer-received', { engagementId, organizationId: 'litware', direction: 'Outgoing' });
    expect((await ask('outgoing deals')).words).toContain('None found');
  });
});

describe('what Partner Center is asked', () => {
  const status = "status eq 'Active'";
  it.each([
    [{}, undefined],
    [{ status: 'New', qualification: 'SalesQualified' }, "status eq 'New' and qualification eq 'SalesQualified'"],
    [{ direction: 'Incoming', country: 'US' }, "direction eq 'Incoming' and customerProfile/address/country eq 'US'"],
    [{ engagementId: '65edc0b5' }, "engagementId eq '65edc0b5'"],
    [{ kind: 'coSell', direction: 'Incoming' }, "direction eq 'Incoming' and type eq 'Shared'"],
    [{ direction: 'Incoming', substatus: 'Pending' }, "substatus eq 'Pending' and direction eq 'Incoming'"],
    [
      { status: 'Active', direction: 'Outgoing', kind: 'coSell', teamMember: "o'neil@contoso.com" },
      `${status} and direction eq 'Outgoing' and type eq 'Shared' and team/any(t:t/email eq 'o''neil@contoso.com')`,
    ],
    [{ kind: 'pipeline' }, "direction eq 'Outgoing' and type eq 'Independent'"],
    [{ expiresTo: '2026-11-30' }, "status eq 'New'"],
    [{ min: 10, customer: 'x', from: '2026-01-01' }, undefined],
  ])('%j', async (question, filter) => {
    expect((await page(question)).body?.type).toBe(cardType);
    const [call] = listCalls();
    const query = new URLSearchParams(call?.path.split('?')[1]);
    expect([query.get('$filter') ?? undefined, query.get('$orderby')]).toEqual([filter, 'createdDateTime desc']);
  });
});

describe('in the words that people use', () => {
  it.each([
    ['new referrals', "status eq 'New'"],
    ['new sales qualified referrals', "status eq 'New' and qualification eq 'SalesQualified'"],
    ['engagement 65edc0b5-3485-41b7-a17e-dfa9ef4706e2', "engagementId eq '65edc0b5-3485-41b7-a17e-dfa9ef4706e2'"],
    ['latest 10 incoming co-sell opportunities', "direction eq 'Incoming' and type eq 'Shared'"],
    ['latest unanswered leads and opportunities', "substatus eq 'Pending' and direction eq 'Incoming'"],
    ['newest leads and opportunities', null],
    ['unanswered', "substatus eq 'Pending' and direction eq 'Incoming'"],
    ['newest incoming co-sell', "direction eq 'Incoming' and type eq 'Shared'"],
    ['incoming referrals from US', "direction eq 'Incoming' and customerProfile/address/country eq 'US'"],
    ['referrals from US over 10k', "customerProfile/address/country eq 'US'"],
    ['co-sell with fabrikam', "type eq 'Shared'"],
    ['expiring this week', "status eq 'New'"],
    ['won this quarter', "substatus eq 'Won'"],
    ['outgoing deals', "direction eq 'Outgoing'"],
    ['pipeline deals', "direction eq 'Outgoing' and type eq 'Independent'"],
    [
      'active outgoing co-sell of r2d2@contoso.com',
      "status eq 'Active' and direction eq 'Outgoing' and type eq 'Shared' and team/any(t:t/email eq 'r2d2@contoso.com')",
    ],
  ])('%s', async (said, filter) => {
    expect((await ask(said)).words).toContain('None found');
    expect(filtersAsked()).toEqual([filter]);
  });

  it('my referrals: those with the e-mail address that the list of members has', async () => {
    desk.megan.email = 'meganb@contoso-partner.example';
    named('Customer-mine', { team: [{ email: 'meganb@contoso-partner.example' }] });
    named('Customer-other', { team: [{ email: 'alexw@contoso-partner.example' }] });
    const { words } = await ask('my referrals');
    expect(namesIn(words)).toEqual(['Customer-mine']);
    expect(words).toContain('with meganb@contoso-partner.example on the team');
    expect(filtersAsked()).toEqual(["team/any(t:t/email eq 'meganb@contoso-partner.example')"]);
  });

  it('my referrals, where the list of members cannot be read: says so, and how to ask', async () => {
    desk.teams.fault({ method: 'GET', path: /\/members\//, status: 403 });
    const { words } = await ask('my referrals');
    expect(words).toContain('list of members could not be read');
    expect(listCalls()).toEqual([]);
  });

  it('Marketplace leads: says that this API does not carry them', async () => {
    expect((await ask('marketplace leads')).words).toContain('not in Partner Center’s referrals API');
    expect(listCalls()).toEqual([]);
  });

  it('a referral without its name: asks which', async () => {
    expect((await ask('referral')).words).toContain('Which referral?');
  });
});

describe('what Partner Center cannot be asked', () => {
  it('amounts: in the own currency of each referral unless one is named', async () => {
    named('Customer-usd', { details: { dealValue: 20000, currency: 'USD' } });
    named('Customer-eur', { details: { dealValue: '50000.00', currency: 'EUR' } });
    named('Customer-small', { details: { dealValue: 500, currency: 'EUR' } });
    named('Customer-none', { details: { dealValue: null, currency: 'EUR' } });
    expect(await lists({ min: 20000 })).toEqual(['Customer-eur', 'Customer-usd']);
    expect(await lists({ min: 10000, currency: 'EUR' })).toEqual(['Customer-eur']);
    expect(await lists({ max: 20000 })).toEqual(['Customer-small', 'Customer-usd']);
    expect(text(await page({ min: 20000 }))).toContain('2 of 4 referrals looked at');
  });

  it('names, whatever their case and accents', async () => {
    named('Customer-Épernay SA');
    named('Customer-other');
    expect(text(await page({ customer: 'epernay' }))).toContain('1 of 2 referrals looked at');
  });

  it('deadlines, estimated ones too', async () => {
    named('Customer-soon', { expirationDateTime: '2026-11-25T12:00:00Z' });
    named('Customer-later', { expirationDateTime: '2026-12-02T12:00:00Z' });
    named('Customer-estimated', { expirationDateTime: null });
    expect(await lists({ expiresFrom: '2026-11-21', expiresTo: '2026-11-25' })).toEqual(['Customer-soon']);
    expect(await lists({ expiresFrom: '2026-12-05', expiresTo: '2026-12-05' })).toEqual(['Customer-estimated']);
  });

  it('periods, in the days of the person: of the closing for what was won, of the arrival for what is new', async () => {
    const won = { status: 'Closed', substatus: 'Won', createdDateTime: '2026-05-01T00:00:00Z' };
    named('Customer-now', { ...won, closedDateTime: '2026-09-30T22:00:00.1234567Z' });
    named('Customer-before', { ...won, closedDateTime: '2026-09-30T21:59:59.9999999Z' });
    named('Customer-new', { createdDateTime: '2026-11-20T00:00:00Z' });
    const quarter = { from: '2026-10-01', to: '2026-12-31' };
    expect(await lists({ substatus: 'Won', ...quarter })).toEqual(['Customer-now']);
    expect(await lists(quarter)).toEqual(['Customer-new']);
  });

  it('kinds of leads', async () => {
    named('Customer-lead', { type: 'Independent', qualification: 'Direct' });
    const invitedBy = { organizationId: 'msft', organizationName: 'Microsoft' };
    named('Customer-qualified', { type: 'Independent', qualification: 'SalesQualified', inviteContext: { invitedBy } });
    expect(await lists({ kind: 'lead' })).toEqual(['Customer-lead']);
    expect(await lists({ kind: 'qualifiedLead' })).toEqual(['Customer-qualified']);
  });

  it('nothing from a button that was tampered with', async () => {
    const answer = await page({ kind: 'anything', from: 'then' });
    expect(answer).toMatchObject({ body: { type: sentenceType, value: expect.stringMatching(/PD-/) } });
  });
});

describe('one referral', () => {
  it('comes in place of the list, with a way back to the same page', async () => {
    arrive({ customerProfile: { name: 'Customer-many' } }, 12);
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    const where = { by: desk.megan, in: chat };
    await desk.teams.say(where, 'referrals');
    const activityId = desk.teams.cards(chat.id).at(-1)?.activityId ?? '';
    const shown = await desk.teams.press(where, activityId, 'referral.show');
    expect(text(shown)).toContain('referral.accept');
    const [back] = executesIn(shown, 'list.page');
    expect(text(await desk.teams.press(where, activityId, 'list.page', {}, back))).toContain('1–8 of 12');
  });

  it('has what its state allows, and what belongs to its engagement', async () => {
    const engagementId = '65edc0b5-3485-41b7-a17e-dfa9ef4706e2';
    const own = named('Customer-own', { engagementId, status: 'Active', substatus: 'Accepted' });
    const theirs = named('Customer-theirs', { engagementId, direction: 'Outgoing' });
    const answer = await show(own.id);
    for (const verb of ['won', 'lost', 'note', 'update', 'assign']) expect(text(answer)).toContain(`referral.${verb}`);
    expect(text(answer)).toContain('In the same engagement');
    expect(text(answer)).toContain(theirs.id);
    expect(text(await show(named('Customer-alone').id))).not.toContain('In the same engagement');
  });

  it('is shown although its engagement cannot be read', async () => {
    const { id } = named('Customer-own');
    desk.sandbox.world.faults.add({ method: 'GET', path: '/engagements/referrals$', status: 500 });
    expect(text(await patiently(show(id)))).toContain('could not be read just now');
  });

  it('shows every field, also those that nobody documented', async () => {
    const { id } = named('Customer-own', { copilotInsights: { tier: 'usage-growth' }, salesStage: 'Propose' });
    const pages: string[] = [];
    for (let fieldsFrom: unknown = 0; fieldsFrom !== undefined;) {
      const answer = await show(id, { fieldsFrom });
      pages.push(text(answer));
      const from = Number(fieldsFrom);
      fieldsFrom = executesIn(answer, 'referral.show')
        .map((data) => Number(data['fieldsFrom']))
        .find((at) => at > from);
    }
    for (const words of ['Copilot', 'usage-growth', 'Propose', id]) expect(pages.join()).toContain(words);
  });

  it('is refused to somebody who may not see it', async () => {
    const { id } = named('Customer-own', { team: [] });
    expect((await show(id, {}, desk.alex)).body).toMatchObject({
      type: sentenceType,
      value: expect.stringMatching(/PD-/),
    });
  });

  it('is changed from there, and the card is then kept up to date', async () => {
    const { id } = named('Customer-own');
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    const where = { by: desk.megan, in: chat };
    await desk.teams.say(where, `referral ${id}`);
    const activityId = desk.teams.cards(chat.id).at(-1)?.activityId ?? '';
    await desk.teams.press(where, activityId, 'referral.note', { note: 'Called' });
    desk.sandbox.world.referrals.changeInPortal(id, { status: 'Closed', substatus: 'Expired' });
    const edited = await desk.until('the card is edited', () =>
      desk.teams
        .cards(chat.id)
        .find((one) => one.activityId === activityId && /Expired/.test(JSON.stringify(one.card))),
    );
    expect(JSON.stringify(edited.card)).not.toContain('referral.accept');
  });

  it('is found by id, by name, or offered among several', async () => {
    const { id } = named('Customer-one');
    expect((await ask(`referral ${id}`)).words).toContain('Customer-one');
    expect((await ask('referral customer-one')).words).toContain('referral.accept');
    named('Customer-one two');
    const several = await ask('referral customer-one');
    expect(several.words).toContain('2 referrals');
    expect(several.words).toContain('referral.show');
    expect((await ask('referral nobody')).words).toContain('None of 2 referrals looked at');
  });
});

/** The data of every button with that verb, anywhere in the card of an answer. */
function executesIn(answer: BotAnswer, verb: string): Record<string, unknown>[] {
  const find = (node: unknown): Record<string, unknown>[] => {
    if (typeof node !== 'object' || node === null) return [];
    const own = 'verb' in node && node.verb === verb && 'data' in node ? [node.data as Record<string, unknown>] : [];
    return [...own, ...Object.values(node).flatMap(find)];
  };
  return find(answer.body?.value);
}
