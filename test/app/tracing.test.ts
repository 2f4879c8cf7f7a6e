import { startDesk, type TestDesk } from '../support/desk';

let desk: TestDesk;
beforeEach(async () => {
  desk = await startDesk({ env: { LOG_LEVEL: 'info' } });
});
afterEach(() => desk.close());

const linesWith = (id: string) => desk.logged.filter((line) => JSON.stringify(line).includes(id));

it('a referral is followed through the log by its id, and a press by its reference, to the PATCH', async () => {
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  const [one, other] = desk.sandbox.world.referrals.arrive({}, 2);
  const cardOf = (id = '') =>
    desk.teams.cards(desk.channel.id).find(({ card }) => JSON.stringify(card).includes(id))?.activityId;
  const card = await desk.until('both cards', () => cardOf(other?.id) && cardOf(one?.id));
  await desk.teams.press({ by: desk.megan, in: desk.channel }, card, 'referral.accept');
  await desk.until('the card is edited', () => desk.logged.some(({ msg }) => msg === 'card updated'));

  const id = one?.id ?? '';
  const said = linesWith(id).map(({ msg }) => msg);
  expect(said).toEqual(['referrals taken in', 'card posted', 'Partner Center answered', 'decision', ...said.slice(4)]);
  expect(said.slice(4)).toContain('card updated');

  const patch = linesWith(id).find(({ msg }) => msg === 'Partner Center answered');
  const decision = linesWith(id).find(({ msg }) => msg === 'decision');
  expect(patch).toMatchObject({ call: 'PATCH /engagements/referrals/{id}', trace: id, cause: decision?.referenceId });
  const sent = desk.sandbox.world.requests().find(({ method }) => method === 'PATCH');
  expect(sent?.headers['client-request-id']).toBe(patch?.correlationId);

  const reference = String(decision?.referenceId);
  expect(reference).toMatch(/^PD-/);
  expect(linesWith(reference).map(({ msg }) => msg)).toEqual(['Partner Center answered', 'decision']);
});

it('what fails in Partner Center during a press is found by the reference that the person was given', async () => {
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  const [referral] = desk.sandbox.world.referrals.arrive();
  const card = await desk.until('its card', () => desk.logged.some(({ msg }) => msg === 'card posted') && lastCard());
  desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', status: 400, body: { code: 400, message: 'no' } });
  const answer = await desk.teams.press({ by: desk.megan, in: desk.channel }, card, 'referral.accept');
  const reference = /PD-\w+/.exec(String(answer.body?.value))?.[0] ?? 'none';
  expect(linesWith(reference).map(({ msg, trace }) => [msg, trace])).toEqual([
    ['call failed', referral?.id],
    ['press failed', referral?.id],
  ]);
});

const lastCard = () => desk.teams.cards(desk.channel.id).at(-1)?.activityId;
