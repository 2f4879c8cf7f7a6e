import documented from '../fixtures/documented/create-referral.request.json';
import { eventually } from '../support/eventually';
import { elementsOf } from '../support/readCard';
import { draftOf, ownInputs, sharedInputs, startCreating, textOf, type Creating } from './support/creating';

const cardType = 'application/vnd.microsoft.card.adaptive';
const sentenceType = 'application/vnd.microsoft.activity.message';

let creating: Creating;
beforeEach(async () => {
  creating = await startCreating();
});
afterEach(() => creating.desk.close());

/** Everything up to the card that asks. */
async function asked(inputs = sharedInputs) {
  const activityId = await creating.form();
  const answer = await creating.fill(activityId, inputs);
  expect(answer).toMatchObject({ status: 200, body: { type: cardType } });
  return { activityId, answer, draftId: draftOf(answer) };
}

describe('the form', () => {
  it('is posted with the person on the team, own deals and no consent given', async () => {
    await creating.form();
    const card = JSON.stringify(creating.desk.teams.cards(creating.chat.id)[0]?.card);
    for (const id of Object.keys(sharedInputs)) expect(card).toContain(`"id":"${id}"`);
    expect(card).toContain('"value":"Independent"');
    expect(card).toContain('"value":"Megan"');
    expect(card).not.toMatch(/"Input.Toggle"[^}]*"value":"true"/);
  });

  it('answers with one sentence that names every input that is wrong', async () => {
    const activityId = await creating.form();
    const wrong = {
      customerName: ' ',
      country: 'Atlantis',
      contactEmail: 'sue',
      dealValue: 'much',
      closingDate: 'soon',
    };
    const answer = await creating.fill(activityId, { ...sharedInputs, ...wrong, consentToShareWithMicrosoft: 'false' });
    expect(answer).toMatchObject({ status: 200, body: { type: sentenceType } });
    for (const problem of [
      'Customer is missing',
      'Country is not a country',
      'e-mail is not an address',
      'Deal value is not an amount',
      'Expected close date is not a date',
      'cannot be undone” has to be switched on',
    ]) {
      expect(textOf(answer)).toContain(problem);
    }
    expect(creating.posts()).toEqual([]);
  });

  it('keeps everything that was typed beside that sentence', async () => {
    const { desk, chat } = creating;
    const activityId = await creating.form();
    await creating.fill(activityId, { ...sharedInputs, country: 'Atlantis', inviteNotes: 'x'.repeat(5_000) });
    const form = await eventually('the form', () => {
      const shown = desk.teams.cards(chat.id).find((card) => card.activityId === activityId);
      return JSON.stringify(shown?.card).includes('Country is not a country') ? shown : undefined;
    });
    const inputs = elementsOf(form.card).filter(({ type }) => type?.startsWith('Input.'));
    const values = Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
    const asShown = { country: 'Atlantis', dealValue: 50_000, externalReferenceId: undefined };
    expect(values).toEqual({ ...sharedInputs, ...asShown, inviteNotes: 'x'.repeat(600) });
    expect(JSON.stringify(form.card).length).toBeLessThan(28 * 1024);
  });

  it.each([
    [{ dealValue: '5', currency: '' }, 'Currency is missing'],
    [{ type: 'Shared', consentToShareWithMicrosoft: 'true' }, 'Contact: first name is missing'],
    [{ product: 'Clippy' }, 'Product is not one of the choices'],
    [{ country: 'in', currency: 'rupees' }, 'Currency is not a currency code'],
    [{ notes: 'x'.repeat(2001) }, 'Notes is longer than 2000 characters'],
  ])('refuses %j', async (inputs, problem) => {
    const answer = await creating.fill(await creating.form(), { ...ownInputs, ...inputs });
    expect(textOf(answer)).toContain(problem);
  });
});

describe('what is asked before anything is sent', () => {
  it('says that a pair leaves the company, to whom, and that it cannot be undone', async () => {
    const { answer } = await asked();
    const text = textOf(answer);
    expect(text).toContain('share it with Microsoft?');
    expect(text).toContain('leaves your company and goes to Microsoft');
    expect(text).toContain('cannot be undone');
    for (const shown of ['sue.smith@contoso.com', 'One Microsoft Way', 'supply chain', '$50,000', 'SOL-34104-EBB']) {
      expect(text).toContain(shown);
    }
    expect(creating.posts()).toEqual([]);
  });

  it('says of an own deal that Microsoft’s sellers do not see it, or that they do', async () => {
    expect(textOf((await asked(ownInputs)).answer)).toContain('Microsoft’s sellers do not');
    const seen = await asked({ ...ownInputs, consentToShareWithMicrosoft: 'true' });
    expect(textOf(seen.answer)).toContain('Microsoft’s sellers may see it. **Sharing with Microsoft cannot be undone');
  });

  it('goes back with what was typed, and what was asked before can then not be confirmed', async () => {
    const { activityId, draftId } = await asked();
    const form = textOf(await creating.press(activityId, 'referral.create.form', draftId));
    for (const typed of ['Contoso Customer Inc', 'United States', 'usd', '50000', 'supply chain'])
      expect(form).toContain(typed);
    const again = await creating.fill(activityId, { ...sharedInputs, draftId, customerName: 'Contoso 2' });
    const first = await creating.press(activityId, 'referral.create.confirm', draftId);
    expect(textOf(first)).toContain('newer card');
    expect(creating.posts()).toEqual([]);
    await creating.press(activityId, 'referral.create.confirm', draftOf(again));
    expect(creating.made().map(({ customerProfile }) => customerProfile)).toEqual([
      expect.objectContaining({ name: 'Contoso 2' }),
      expect.objectContaining({ name: 'Contoso 2' }),
    ]);
  });

  it('is confirmed by its maker alone, and not once its time is over', async () => {
    const { desk, press } = creating;
    const { activityId, draftId } = await asked();
    for (const verb of ['referral.create.confirm', 'referral.create.resume', 'referral.create.form']) {
      const other = await press(activityId, verb, draftId, { by: desk.isaiah, in: creating.chat });
      expect(other).toMatchObject({ status: 200, body: { type: sentenceType } });
      expect(textOf(other)).toContain('Only Megan Bowen');
    }
    expect(textOf(await press(activityId, 'referral.create.resume', draftId))).toContain('not confirmed yet');
    await desk.clock.jump(24 * 3_600_000);
    expect(textOf(await press(activityId, 'referral.create.confirm', draftId))).toContain(
      'time to confirm this is over',
    );
    expect(textOf(await press(activityId, 'referral.create.form', draftId))).toContain('Contoso Customer Inc');
    expect(creating.posts()).toEqual([]);
  });

  it('forgets what was typed a week after its time was over', async () => {
    const { desk, press } = creating;
    const { activityId, draftId } = await asked();
    await desk.clock.jump(7.9 * 24 * 3_600_000);
    expect(textOf(await press(activityId, 'referral.create.form', draftId))).toContain('Contoso Customer Inc');
    await desk.clock.jump(0.2 * 24 * 3_600_000);
    const form = async () => textOf(await press(activityId, 'referral.create.form', draftId));
    for (let step = 0; step < 50 && (await form()).includes('Contoso Customer Inc'); step++)
      await desk.clock.advance(60_000);
    expect(await form()).toContain('not known any more');
  });

  it('knows no other draft', async () => {
    const { activityId } = await asked();
    for (const verb of ['referral.create.confirm', 'referral.create.resume', 'referral.create.form']) {
      expect(textOf(await creating.press(activityId, verb, 'none'))).toContain('not known any more');
    }
  });
});

describe('creating', () => {
  it('sends an own deal once, with its draft as the reference and no consent that was not given', async () => {
    const { activityId, draftId } = await asked(ownInputs);
    const answer = await creating.press(activityId, 'referral.create.confirm', draftId);
    expect(answer).toMatchObject({ status: 200, body: { type: cardType } });
    expect(textOf(answer)).toContain('Megan Bowen created it.');
    expect(creating.posts()).toEqual([
      {
        name: 'Fabrikam',
        externalReferenceId: draftId,
        status: 'New',
        substatus: 'Pending',
        type: 'Independent',
        customerProfile: { name: 'Fabrikam', address: { country: 'DE' }, team: [], ids: [] },
        consent: {
          consentToContact: false,
          consentToToShareInfoWithOthers: false,
          consentToShareReferralWithMicrosoftSellers: false,
        },
        details: { requirements: {} },
        team: [],
      },
    ]);
  });

  it('sends a pair as the documented request has it: the own one, then the same for Microsoft', async () => {
    const { activityId, draftId } = await asked();
    const answer = await creating.press(activityId, 'referral.create.confirm', draftId);
    expect(textOf(answer)).toContain('created it and shared it with Microsoft');
    const [own, microsofts] = creating.posts();
    const { statusReason: _reason, inviteContext, consent, details, ...same } = documented;
    const { solutions, ...requirements } = details.requirements;
    expect(own).toEqual({
      ...same,
      externalReferenceId: draftId,
      consent: { ...consent, consentToShareReferralWithMicrosoftSellers: true },
      details: {
        ...details,
        requirements: {
          ...requirements,
          solutions: [{ id: 'SOL-34104-EBB', type: 'Name' }, ...solutions.map(({ id, type }) => ({ id, type }))],
        },
      },
      team: documented.team.map(({ contactPreference: _preference, ...member }) => member),
      inviteContext: { notes: inviteContext.notes, assistanceRequestCode: 'ProofOfConceptOrDemo' },
    });
    const [first] = creating.made();
    expect(microsofts).toEqual({
      ...own,
      engagementId: first?.engagementId,
      target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
    });
    expect(creating.made()).toHaveLength(2);
    expect(new Set(creating.made().map(({ engagementId }) => engagementId)).size).toBe(1);
    expect(new Set(creating.desk.sandbox.world.requests().map(({ who }) => who))).toEqual(
      new Set(['service', creating.desk.megan.aadObjectId]),
    );
  });

  it('keeps the number that the person gave', async () => {
    const { activityId, draftId } = await asked({ ...ownInputs, externalReferenceId: 'CRM-7' });
    await creating.press(activityId, 'referral.create.confirm', draftId);
    expect(creating.made()).toMatchObject([{ externalReferenceId: 'CRM-7' }]);
  });

  it('answers with the card of the deal and its connected one, keeps it up to date, and announces nothing', async () => {
    const { desk } = creating;
    await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
    const { activityId, draftId } = await asked();
    const answer = await creating.press(activityId, 'referral.create.confirm', draftId);
    const [own, microsofts] = creating.made();
    for (const shown of ['referral.won', 'referral.note', own?.id, microsofts?.id])
      expect(textOf(answer)).toContain(shown);
    const shown = () => JSON.stringify(desk.teams.cards(creating.chat.id)[0]?.card);
    await desk.until('the form has become the card', () => shown().includes('created it and shared it'));
    desk.sandbox.world.referrals.changeInPortal(own?.id ?? '', { status: 'Closed', substatus: 'Won' });
    await desk.teams.press({ by: desk.megan, in: creating.chat }, activityId, 'referral.refresh');
    await desk.until('the card follows', () => shown().includes('Won'));
    expect(JSON.stringify(desk.teams.cards(desk.channel.id))).not.toContain('Contoso Customer Inc');
  });

  it('creates once, however often it is confirmed', async () => {
    const { activityId, draftId } = await asked();
    const confirm = () => creating.press(activityId, 'referral.create.confirm', draftId);
    const answers = await Promise.all([confirm(), confirm(), confirm()]);
    for (const answer of [...answers, await confirm()]) expect(textOf(answer)).toContain('created it and shared it');
    expect(creating.posts()).toHaveLength(2);
  });

  it('says so when Partner Center refuses, and can then be changed or confirmed again', async () => {
    const { desk, press } = creating;
    const { activityId, draftId } = await asked();
    desk.sandbox.world.faults.add({ method: 'POST', path: '/referrals$', status: 403, times: 1 });
    const refused = await press(activityId, 'referral.create.confirm', draftId);
    expect(textOf(refused)).toMatch(/role in Partner Center does not allow.*PD-/);
    expect(textOf(await press(activityId, 'referral.create.form', draftId))).toContain('Contoso Customer Inc');
    await press(activityId, 'referral.create.confirm', draftId);
    expect(creating.made()).toHaveLength(2);
  });
});
