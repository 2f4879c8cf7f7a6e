import { lintCard } from '../support/lintCard';
import type { AdaptiveCard } from '../../src/cards/message';
import { ownInputs, sharedInputs, startCreating, type Creating } from './support/creating';
import type { BotAnswer } from '../support/fakeTeams';
import { eventually } from '../support/eventually';

const id = 'createReferralFromMessage';
const message = {
  id: '1795254400000',
  createdDateTime: '2026-11-20T14:30:00.123Z',
  from: { user: { userIdentityType: 'aadUser', id: 'x', displayName: 'Adele Vance' }, application: null },
  body: {
    contentType: 'html',
    content: '<div><p>Fabrikam wants <b>phones</b></p><p>for 14 branches &amp; soon</p></div>',
  },
};

let creating: Creating;
let draftId: string;
beforeEach(async () => {
  creating = await startCreating();
});
afterEach(() => creating.desk.close());

/** The chat need not have the bot in it. */
const where = () => ({ by: creating.desk.megan, in: creating.desk.teams.places.addGroupChat('Lunch') });

/** The card of a dialog as text, once nothing is to be objected to in it. */
function shown(answer: BotAnswer): string {
  expect(answer).toMatchObject({
    status: 200,
    body: { task: { type: 'continue', value: { card: { contentType: 'application/vnd.microsoft.card.adaptive' } } } },
  });
  const card = answer.body?.task?.value.card.content as AdaptiveCard;
  expect(lintCard({ card, summary: 'x' })).toEqual([]);
  const text = JSON.stringify(card);
  expect(text).not.toContain('Action.Execute');
  draftId = /"draftId":"([^"]+)"/.exec(text)?.[1] ?? draftId;
  return text;
}

const submit = async (data: Record<string, unknown>) =>
  shown(await creating.desk.teams.submitDialog(where(), id, data));

it('opens the form with what was written, by whom and when, in the notes', async () => {
  const form = shown(await creating.desk.teams.openDialog(where(), id, message));
  expect(form).toContain(
    JSON.stringify('“Fabrikam wants phones\nfor 14 branches & soon”\n(Adele Vance, 2026-11-20 14:30 UTC)').slice(1, -1),
  );
});

it('cuts a message that is too long for the notes, and opens without one', async () => {
  const long = { ...message, body: { contentType: 'text', content: 'word '.repeat(5_000) } };
  expect(shown(await creating.desk.teams.openDialog(where(), id, long))).toMatch(/word…”\\n\(Adele Vance/);
  for (const nothing of [undefined, null, 'x', { body: { content: 7 } }]) {
    shown(await creating.desk.teams.openDialog(where(), id, nothing));
  }
});

it('goes on in the dialog: wrong inputs keep what was typed, then it asks, then it creates', async () => {
  const verb = 'referral.create';
  const again = await submit({ ...sharedInputs, verb, country: 'Atlantis' });
  expect(again).toContain('Country is not a country');
  expect(again).toContain('Contoso Customer Inc');
  expect(await submit({ ...sharedInputs, verb })).toContain('cannot be undone');
  expect(creating.posts()).toEqual([]);
  expect(await submit({ verb: 'referral.create.form', draftId })).toContain('Contoso Customer Inc');
  expect(await submit({ verb: 'referral.create.confirm', draftId })).toContain(
    'created it and shared it with Microsoft',
  );
  expect(creating.made()).toHaveLength(2);
});

it('shows a refusal in the dialog, with the ways on from it', async () => {
  await submit({ ...ownInputs, verb: 'referral.create' });
  creating.desk.sandbox.world.faults.add({ method: 'POST', path: '/referrals$', status: 403, times: 1 });
  const refused = await submit({ verb: 'referral.create.confirm', draftId });
  expect(refused).toMatch(/role in Partner Center.*PD-.*Try again.*Back to the form/);
  await submit({ verb: 'referral.create.confirm', draftId });
  expect(creating.made()).toHaveLength(1);
});

it('says within five seconds that it takes longer, and looks again', async () => {
  const { desk, posts, made } = creating;
  await submit({ ...ownInputs, verb: 'referral.create' });
  desk.sandbox.world.faults.add({ method: 'POST', path: '/referrals$', delayMs: 300, times: 1 });
  const first = submit({ verb: 'referral.create.confirm', draftId });
  await eventually('the POST', () => posts().length === 1);
  await desk.clock.jump(4_000);
  expect(await first).toContain('Still working on it');
  expect(await submit({ verb: 'referral.create.resume', draftId })).toContain('Megan Bowen created it.');
  expect(made()).toHaveLength(1);
});

it('knows no other action and no other button', async () => {
  expect(shown(await creating.desk.teams.openDialog(where(), 'other', message))).toContain('not known any more');
  expect(await submit({ verb: 'other' })).toContain('not known any more');
});
