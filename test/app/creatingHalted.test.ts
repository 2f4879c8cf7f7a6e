import { eventually } from '../support/eventually';
import { draftOf, ownInputs, sharedInputs, startCreating, textOf, withTime, type Creating } from './support/creating';

const post = { method: 'POST', path: '/referrals$' };

let creating: Creating;
beforeEach(async () => {
  creating = await startCreating();
});
afterEach(() => creating.desk.close());

async function asked(inputs = sharedInputs) {
  const activityId = await creating.form();
  const draftId = draftOf(await creating.fill(activityId, inputs));
  const press = (verb: string) =>
    withTime(creating.desk, creating.press(activityId, `referral.create.${verb}`, draftId));
  return { draftId, press };
}

/** The first POST passes, the second is refused. */
async function halfMade() {
  const { press, draftId } = await asked();
  creating.desk.sandbox.world.faults.add({ ...post, skip: 1, times: 1, status: 403 });
  return { half: await press('confirm'), press, draftId };
}

it('a half-made pair says so, shows the own deal, and is finished with one press', async () => {
  const { half, press } = await halfMade();
  expect(textOf(half)).toContain('Microsoft is not invited yet');
  expect(textOf(half)).toMatch(/role in Partner Center does not allow.*PD-/);
  expect(textOf(half)).toContain(creating.made()[0]?.id);
  expect(creating.made()).toHaveLength(1);
  const finished = await press('resume');
  expect(textOf(finished)).toContain('created it and shared it with Microsoft');
  expect(creating.made()).toHaveLength(2);
});

it('a half-made pair is remembered: the next form offers to finish it, also after a restart', async () => {
  const { draftId } = await halfMade();
  await creating.desk.app.stop();
  await creating.desk.start();
  const activityId = await creating.form();
  const form = JSON.stringify(creating.desk.teams.cards(creating.chat.id).at(-1)?.card);
  expect(form).toContain('Your referral for Contoso Customer Inc was begun and is not finished.');
  await creating.press(activityId, 'referral.create.resume', draftId);
  expect(creating.made()).toHaveLength(2);
  await creating.form();
  expect(JSON.stringify(creating.desk.teams.cards(creating.chat.id).at(-1)?.card)).not.toContain('not finished');
});

it('an answer that was lost, with Partner Center down behind it, is not certain, and nothing is sent twice', async () => {
  const { desk, made, posts } = creating;
  const { press } = await asked(ownInputs);
  desk.sandbox.world.faults.add({ ...post, cut: 'afterProcessing', times: 1 });
  desk.sandbox.world.faults.add({ method: 'GET', path: '/referrals$', status: 500 });
  const uncertain = await withTime(desk, press('confirm'));
  expect(textOf(uncertain)).toContain('Not certain yet');
  desk.sandbox.world.faults.clear();
  expect(textOf(await press('resume'))).toContain('Megan Bowen created it.');
  expect(made()).toHaveLength(1);
  expect(posts()).toHaveLength(1);
});

it('what was created and cannot be read is said to be created', async () => {
  const { desk, made } = creating;
  const { press } = await asked(ownInputs);
  desk.sandbox.world.faults.add({ method: 'GET', path: '/referrals/', status: 404 });
  const answer = await press('confirm');
  expect(textOf(answer)).toContain(
    `It was created, but Partner Center cannot be read at the moment. Type **referral ${made()[0]?.id}`,
  );
  desk.sandbox.world.faults.clear();
  expect(textOf(await press('confirm'))).toContain('Fabrikam');
  expect(made()).toHaveLength(1);
});

it('what was created by somebody whom Partner Center does not show it is said to be created, and why', async () => {
  const { desk, made } = creating;
  const { press } = await asked(ownInputs);
  desk.sandbox.world.faults.add({ method: 'GET', path: '/referrals/', status: 403 });
  const answer = textOf(await press('confirm'));
  expect(answer).toContain(`It was created (${made()[0]?.id}). Partner Center shows a Referrals user only`);
  expect(answer).not.toContain('in a few minutes');
});

it('a slow Partner Center is told of, and the card changes when it is done', async () => {
  const { desk, chat, made } = creating;
  const { press } = await asked(ownInputs);
  desk.sandbox.world.faults.add({ ...post, delayMs: 300, times: 1 });
  const answered = press('confirm');
  await eventually('the POST', () => creating.posts().length === 1);
  await desk.clock.jump(8_000);
  expect(textOf(await answered)).toContain('Still working on it');
  await eventually('the card', () => JSON.stringify(desk.teams.cards(chat.id)).includes('Megan Bowen created it.'));
  expect(made()).toHaveLength(1);
});
