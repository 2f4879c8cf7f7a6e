import type { BotAnswer } from '../support/fakeTeams';
import { startDesk, type TestDesk } from '../support/desk';
import { eventually } from '../support/eventually';

const cardType = 'application/vnd.microsoft.card.adaptive';
const sentenceType = 'application/vnd.microsoft.activity.message';

let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk();
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
});
afterEach(() => desk.close());

/** A referral arrives, and its card. */
async function arrived(facts: Record<string, unknown> = {}) {
  const [referral] = desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Fabrikam' }, ...facts });
  if (!referral) throw new Error('No referral arrived');
  const card = await desk.until('the card is posted', () =>
    desk.teams.cards(desk.channel.id).find((shown) => JSON.stringify(shown.card).includes(referral.id)),
  );
  return { referral, activityId: card.activityId };
}

const press = (activityId: string, verb: string, inputs = {}, by = desk.megan) =>
  desk.teams.press({ by, in: desk.channel }, activityId, verb, inputs);
const shown = (activityId: string) =>
  JSON.stringify(desk.teams.cards(desk.channel.id).find((card) => card.activityId === activityId)?.card);
const patches = () => desk.sandbox.world.requests().filter((request) => request.method === 'PATCH');
const inPartnerCenter = (id: string) => desk.sandbox.world.referrals.find(id);
const text = (answer: BotAnswer) => JSON.stringify(answer.body?.value);

describe('Accept', () => {
  it('makes the referral Active in Partner Center under the name of the person who pressed', async () => {
    const { referral, activityId } = await arrived();
    const answer = await press(activityId, 'referral.accept');
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 200, type: cardType } });
    expect(text(answer)).toContain('Accepted by Megan Bowen');
    expect(text(answer)).not.toContain('referral.accept');
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'Active', substatus: 'Accepted' });
    expect(desk.sandbox.world.history(referral.id).at(-1)).toMatchObject({ by: 'Megan Bowen', how: 'api' });
  });

  it('sends one JSON Patch array with status and substatus together and the eTag as it was', async () => {
    const { referral, activityId } = await arrived();
    await press(activityId, 'referral.accept');
    expect(patches()).toHaveLength(1);
    expect(patches()[0]).toMatchObject({
      who: desk.megan.aadObjectId,
      headers: { 'if-match': referral.eTag },
      body: [
        { op: 'replace', path: '/status', value: 'Active' },
        { op: 'replace', path: '/substatus', value: 'Accepted' },
      ],
    });
  });

  it('updates the card that everybody sees, in place', async () => {
    const { activityId } = await arrived();
    await press(activityId, 'referral.accept');
    await desk.until('the card is edited', () => shown(activityId).includes('Accepted by Megan Bowen'));
    expect(desk.teams.cards(desk.channel.id)).toHaveLength(2);
  });

  it('carries value, date and note', async () => {
    const { referral, activityId } = await arrived({ details: { notes: 'Hello', dealValue: 10, currency: 'USD' } });
    const inputs = { dealValue: '25000', currency: 'eur', closingDate: '2027-01-31', acceptNote: 'Calling today' };
    await press(activityId, 'referral.accept', inputs);
    expect(inPartnerCenter(referral.id)).toMatchObject({
      details: {
        dealValue: 25000,
        currency: 'EUR',
        closingDateTime: '2027-01-31T00:00:00Z',
        notes: 'Hello\n\n[2026-11-21 Megan Bowen] Calling today',
      },
    });
  });

  it('does not overwrite with what the form was filled in beforehand', async () => {
    const details = { dealValue: 10_000, currency: 'USD', closingDateTime: '2027-01-31T00:00:00Z' };
    const { referral, activityId } = await arrived({ details });
    const changed = { dealValue: 90_000, currency: 'EUR', closingDateTime: '2027-02-28T00:00:00Z' };
    desk.sandbox.world.referrals.changeInPortal(referral.id, { details: changed });
    const prefilled = { dealValue: '10000', currency: 'USD', closingDate: '2027-01-31' };
    await press(activityId, 'referral.accept', prefilled);
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'Active', details: changed });
  });

  it('asks for the currency of a value, and sends nothing yet', async () => {
    const { referral, activityId } = await arrived({ details: { dealValue: null, currency: null } });
    const answer = await press(activityId, 'referral.accept', { dealValue: 5000, currency: '' });
    expect(answer).toMatchObject({ body: { type: sentenceType, value: expect.stringContaining('currency') } });
    expect(patches()).toEqual([]);
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'New' });
  });

  it('explains an input that cannot be used, and sends nothing', async () => {
    const { activityId } = await arrived();
    const answer = await press(activityId, 'referral.accept', { closingDate: 'soon' });
    expect(answer).toMatchObject({
      status: 200,
      body: { type: sentenceType, value: expect.stringMatching(/Expected close date.*PD-/) },
    });
    expect(patches()).toEqual([]);
  });
});

describe('Decline', () => {
  it('closes the referral with the reason as text and the note after it', async () => {
    const { referral, activityId } = await arrived();
    const answer = await press(activityId, 'referral.decline', { reason: 'budget', declineNote: 'not this year' });
    expect(answer.body?.type).toBe(cardType);
    expect(text(answer)).toContain('Declined by Megan Bowen');
    expect(inPartnerCenter(referral.id)).toMatchObject({
      status: 'Closed',
      substatus: 'Declined',
      statusReason: 'Budget insufficient: not this year',
    });
  });

  it('asks for a reason, and sends nothing without one', async () => {
    const { activityId } = await arrived();
    for (const reason of ['', 'nonsense', 'toString']) {
      const answer = await press(activityId, 'referral.decline', { reason });
      expect(answer).toMatchObject({
        status: 200,
        body: { type: sentenceType, value: expect.stringContaining('reason') },
      });
    }
    expect(patches()).toEqual([]);
  });
});

describe('when something else happened first', () => {
  it.each([
    [{ status: 'Active', substatus: 'Accepted' }, 'already accepted in Partner Center'],
    [{ status: 'Closed', substatus: 'Declined' }, 'already declined in Partner Center'],
    [{ status: 'Closed', substatus: 'Expired' }, 'expired'],
    [{ status: 'Closed', substatus: 'Won' }, 'Closed, Won'],
  ])('%j in Partner Center: the fresh card says so and nothing is sent', async (changes, words) => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.referrals.changeInPortal(referral.id, changes);
    const answer = await press(activityId, 'referral.accept');
    expect(answer).toMatchObject({ status: 200, body: { type: cardType } });
    expect(text(answer)).toContain('Megan Bowen pressed Accept');
    expect(text(answer)).toContain(words);
    expect(text(answer)).not.toContain('referral.decline');
    expect(patches()).toEqual([]);
  });

  it('a change between reading and writing: the fresh card, no second PATCH', async () => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.faults.add({
      method: 'PATCH',
      path: '.*',
      times: 1,
      status: 412,
      body: { error: { code: 'preconditionFailed', message: 'x' } },
    });
    const answer = await press(activityId, 'referral.accept');
    expect(answer).toMatchObject({ status: 200, body: { type: cardType } });
    expect(text(answer)).toContain('press once more');
    expect(patches()).toHaveLength(1);
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'New' });
  });

  it('what was typed before a change is still in the form, on the card of the person who typed it and nowhere else', async () => {
    const { referral, activityId } = await arrived({ details: { notes: 'Hello', dealValue: 10, currency: 'USD' } });
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, status: 412 });
    const inputs = {
      dealValue: '25000',
      currency: 'USD',
      closingDate: '2027-01-31',
      acceptNote: 'Calling *today* ${x}',
    };
    const answer = await press(activityId, 'referral.accept', inputs);
    expect(text(answer)).toContain('What you typed is still in the form');
    for (const [id, value] of Object.entries({ ...inputs, dealValue: 25000 })) {
      expect(text(answer)).toMatch(
        new RegExp(`"id":"${id}"[^}]*"value":${JSON.stringify(value).replace(/[$*]/g, '\\$&')}`),
      );
    }
    await desk.clock.advance(30_000);
    expect(shown(activityId)).not.toContain('press once more');
    await press(activityId, 'referral.accept', inputs);
    await desk.until('the card is edited', () => shown(activityId).includes('Accepted by Megan Bowen'));
    expect(inPartnerCenter(referral.id)).toMatchObject({ details: { dealValue: 25000 } });
    expect(shown(activityId)).not.toContain('Calling *today*","');
  });

  it('what was typed and not sent gives way to the card that everybody sees after a minute', async () => {
    const { activityId } = await arrived();
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, status: 412 });
    await press(activityId, 'referral.accept', { acceptNote: 'Mine alone' });
    await desk.until('the card is edited', () => shown(activityId).includes('press once more'));
    expect(shown(activityId)).not.toContain('Mine alone');
  });

  it('a note for an answer that came too late goes into the form for notes', async () => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.referrals.changeInPortal(referral.id, { status: 'Active', substatus: 'Accepted' });
    const accepted = text(await press(activityId, 'referral.accept', { acceptNote: 'They want a demo' }));
    expect(accepted).toMatch(/"id":"note"[^}]*"value":"They want a demo"/);
    desk.sandbox.world.referrals.changeInPortal(referral.id, { status: 'Closed', substatus: 'Lost' });
    const closed = text(
      await press(activityId, 'referral.decline', { reason: 'budget', declineNote: 'They want a demo' }),
    );
    expect(closed).not.toContain('still in the form');
  });

  it('two people at the same moment: one decides, the other is told, nothing is overwritten', async () => {
    const { referral, activityId } = await arrived();
    const answers = await Promise.all([
      press(activityId, 'referral.accept', {}, desk.megan),
      press(activityId, 'referral.decline', { reason: 'other' }, desk.isaiah),
    ]);
    const history = desk.sandbox.world.history(referral.id).filter((entry) => entry.how === 'api');
    expect(history).toHaveLength(1);
    expect(answers.map((answer) => answer.body?.type)).toEqual([cardType, cardType]);
    const winner = history[0]?.by === 'Megan Bowen' ? 'Accepted by Megan Bowen' : 'Declined by Isaiah Langer';
    await desk.until('the card tells it', () => shown(activityId).includes(winner));
    expect(answers.filter((answer) => /was faster/.test(text(answer)))).toHaveLength(1);
    expect(shown(activityId)).not.toContain('someone was faster');
  });

  it('one person twice at the same moment: one PATCH counts, and nobody was faster', async () => {
    const { referral, activityId } = await arrived();
    await Promise.all([press(activityId, 'referral.accept'), press(activityId, 'referral.accept')]);
    await press(activityId, 'referral.accept', {}, desk.megan).catch(() => undefined);
    await desk.until('the card tells it', () => shown(activityId).includes('Accepted by Megan Bowen'));
    expect(shown(activityId)).not.toContain('faster');
    expect(desk.sandbox.world.history(referral.id).filter((entry) => entry.how === 'api')).toHaveLength(1);
  });
});

describe('when Partner Center does not play along', () => {
  it('no role: a sentence with the reference, and the card stays as it is', async () => {
    const { activityId } = await arrived();
    const before = shown(activityId);
    const answer = await press(activityId, 'referral.accept', {}, desk.diego);
    expect(answer).toMatchObject({
      status: 200,
      body: { type: sentenceType, value: expect.stringMatching(/role.*PD-/) },
    });
    expect(shown(activityId)).toBe(before);
  });

  it('the answer to the PATCH is lost: a look tells that it arrived', async () => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, cut: 'afterProcessing' });
    const answer = await press(activityId, 'referral.accept');
    expect(text(answer)).toContain('Megan Bowen pressed Accept. The answer was lost');
    expect(text(answer)).not.toContain('referral.decline');
    const late = text(await press(activityId, 'referral.accept', {}, desk.isaiah));
    expect(late).toContain('Isaiah Langer pressed Accept, but someone was faster');
    expect(late).toContain('Accepted by Megan Bowen (most likely)');
    expect(patches()).toHaveLength(1);
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'Active' });
  });

  it('the answer is lost and somebody else decides meanwhile: nobody is credited with what another did', async () => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, status: 503, delayMs: 300 });
    const late = press(activityId, 'referral.accept');
    await eventually('the PATCH is under way', () => patches().length === 1);
    await press(activityId, 'referral.accept', {}, desk.isaiah);
    expect(text(await late)).toContain('Accepted by Isaiah Langer');
    expect(desk.sandbox.world.history(referral.id).filter((entry) => entry.how === 'api')).toMatchObject([
      { by: 'Isaiah Langer' },
    ]);
  });

  it('a refusal because it has just expired is said so', async () => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, status: 400, delayMs: 300 });
    const answer = press(activityId, 'referral.accept');
    await eventually('the PATCH is under way', () => patches().length === 1);
    desk.sandbox.world.referrals.changeInPortal(referral.id, { status: 'Closed', substatus: 'Expired' });
    expect(text(await answer)).toContain('the referral has expired');
  });

  it('down: a sentence with the reference, never a second PATCH', async () => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', status: 503 });
    const answer = await press(activityId, 'referral.accept');
    expect(answer).toMatchObject({
      status: 200,
      body: { type: sentenceType, value: expect.stringMatching(/Partner Center.*PD-/) },
    });
    expect(patches()).toHaveLength(1);
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'New' });
  });

  it('slow: an answer after 8 s, and the card is edited when it is done', async () => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, delayMs: 300 });
    const pressed = desk.clock.now();
    let answered: { answer: BotAnswer; at: number } | undefined;
    void press(activityId, 'referral.accept').then((answer) => (answered = { answer, at: desk.clock.now() }));
    await eventually('the PATCH is under way', () => patches().length === 1);
    await desk.clock.advance(8_000);
    const { answer, at } = await eventually('it is answered', () => answered);
    expect(at - pressed).toBeLessThanOrEqual(10_000);
    expect(answer.body).toMatchObject({ type: sentenceType, value: expect.stringContaining('Still working') });
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'New' });
    await eventually('the PATCH arrives', () => inPartnerCenter(referral.id)?.status === 'Active');
    await desk.until('the card is edited', () => shown(activityId).includes('Accepted by Megan Bowen'));
  });
});

describe('when the bot is stopped', () => {
  it('finishes a press that was answered with "still working"', async () => {
    const { referral, activityId } = await arrived();
    desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, delayMs: 500 });
    const answer = press(activityId, 'referral.accept');
    await eventually('the PATCH is under way', () => patches().length === 1);
    await desk.clock.advance(8_000);
    expect(text(await answer)).toContain('Still working');
    await desk.app.stop();
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'Active' });
    await desk.start();
    await desk.until('the card is edited', () => shown(activityId).includes('Accepted by Megan Bowen'));
  });
});

describe('a card that is not in our books', () => {
  it('works with the referral id alone and is adopted', async () => {
    const [referral] = desk.sandbox.world.referrals.arrive({});
    if (!referral) throw new Error('No referral arrived');
    const where = { by: desk.megan, in: desk.channel };
    const answer = await desk.teams.press(where, '1795254439999', 'referral.refresh', {}, { referralId: referral.id });
    expect(answer).toMatchObject({ status: 200, body: { type: cardType } });
    desk.sandbox.world.referrals.changeInPortal(referral.id, { status: 'Active', substatus: 'Accepted' });
    await desk.until('the adopted card is edited', () =>
      desk.teams.requests.some((request) => request.method === 'PUT' && request.path.endsWith('/1795254439999')),
    );
  });
});

describe('who may decide', () => {
  it('only the people that the administrator named', async () => {
    await desk.close();
    desk = await startDesk({ env: { DECIDER_IDS: '5F2B8A1C-7D34-4E0B-9A61-3C8E5D7F1025' } });
    await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
    const { referral, activityId } = await arrived();
    const denied = await press(activityId, 'referral.accept');
    expect(denied.body?.type).toBe(sentenceType);
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'New' });
    expect((await press(activityId, 'referral.accept', {}, desk.isaiah)).body?.type).toBe(cardType);
  });

  it('somebody whose name Teams leaves out is named as the list of members has it', async () => {
    const { activityId } = await arrived();
    const answer = await press(activityId, 'referral.accept', {}, { ...desk.megan, name: '' });
    expect(text(answer)).toContain('Accepted by Megan Bowen');
  });

  it('and as somebody where the list of members cannot be read', async () => {
    const { activityId } = await arrived();
    desk.teams.fault({ method: 'GET', path: /members/, status: 403 });
    const answer = await press(activityId, 'referral.accept', {}, { ...desk.megan, name: '' });
    expect(text(answer)).toContain('Accepted by Somebody');
  });

  it('nobody whom Teams does not name', async () => {
    const { referral, activityId } = await arrived();
    const nameless = { ...desk.megan, aadObjectId: '' };
    const answer = await press(activityId, 'referral.accept', {}, nameless);
    expect(answer).toMatchObject({ status: 200, body: { type: sentenceType } });
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'New' });
  });
});

describe('a client without Action.Execute', () => {
  it('presses through the fallback, and the card is edited', async () => {
    const { referral, activityId } = await arrived();
    const data = { verb: 'referral.accept', referralId: referral.id };
    await desk.teams.submit({ by: desk.megan, in: desk.channel }, activityId, data);
    expect(inPartnerCenter(referral.id)).toMatchObject({ status: 'Active' });
    await desk.until('the card is edited', () => shown(activityId).includes('Accepted by Megan Bowen'));
  });
});
