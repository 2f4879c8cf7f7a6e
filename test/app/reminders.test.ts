import type { VisibleCard } from '../support/fakeTeams';
import { startDesk, type TestDesk, type TestDeskOptions } from '../support/desk';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const sentenceType = 'application/vnd.microsoft.activity.message';

let desk: TestDesk;

/** A referral that expires in 14 days, whose card is in the channel. */
async function waiting(options: TestDeskOptions = {}, facts: Record<string, unknown> = {}) {
  desk = await startDesk(options);
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  const expirationDateTime = new Date(desk.clock.now() + 14 * dayMs).toISOString();
  const [referral] = desk.sandbox.world.referrals.arrive({
    customerProfile: { name: 'Fabrikam' },
    expirationDateTime,
    ...facts,
  });
  if (!referral) throw new Error('No referral arrived');
  if (options.env?.POLL_INTERVAL_SECONDS) await desk.clock.jump(hourMs);
  const root = await desk.until('its card is posted', () => cards().find((card) => shows(card, 'referral.decline')));
  return { id: referral.id, root, arrivedAt: desk.clock.now() };
}

afterEach(() => desk.close());

const cards = () => desk.teams.cards(desk.channel.id);
const shows = ({ card }: VisibleCard, words: string) => JSON.stringify(card).includes(words);
const reminders = () => cards().filter(({ replyTo, card }) => replyTo && shows({ card } as VisibleCard, 'archive'));
const reminded = (count: number) =>
  desk.until(`${count} reminders`, () => reminders().length >= count && reminders()[count - 1]);
/** Lets what is due happen. */
const settle = async () => {
  for (let step = 0; step < 50; step++) await desk.clock.advance(100);
};
const press = (card: VisibleCard, verb: string, inputs: Record<string, unknown> = {}) =>
  desk.teams.press({ by: desk.megan, in: desk.channel }, card.activityId, verb, inputs);

it('a referral that nobody answers is brought up a day later, at 7, 3 and 1 days and 4 hours, and when it has expired', async () => {
  const { root, arrivedAt } = await waiting();
  const after = [dayMs, 7 * dayMs, 11 * dayMs, 13 * dayMs, 14 * dayMs - 4 * hourMs, 14 * dayMs + 1_000];
  for (const [index, ms] of after.entries()) {
    await desk.clock.jump(arrivedAt + ms - hourMs - desk.clock.now());
    await settle();
    expect(reminders()).toHaveLength(index);
    await desk.clock.jump(arrivedAt + ms - desk.clock.now());
    const due = desk.clock.now();
    const reminder = await reminded(index + 1);
    expect(reminder.replyTo).toBe(root.activityId);
    expect(reminder.postedAt - due).toBeLessThanOrEqual(5_000);
  }
  const [nudge, week, , day, , expired] = reminders();
  expect(nudge?.summary).toBe('Fabrikam: Nobody has answered yet · 13 days left (by Dec 5)');
  expect(week?.summary).toBe('Fabrikam: 7 days left (by Dec 5)');
  expect(day?.summary).toMatch(/^Fabrikam: 2[34] hours left/);
  expect(JSON.stringify(expired?.card)).toContain('it waited 14 days');
  expect(JSON.stringify(expired?.card)).not.toContain('referral.accept');
  await desk.clock.jump(3 * dayMs);
  await settle();
  expect(reminders()).toHaveLength(6);
});

it('the reminder addresses the owner of the watch', async () => {
  await waiting();
  await desk.clock.jump(dayMs);
  const { card } = await reminded(1);
  expect(card.msteams).toEqual({
    entities: [
      {
        type: 'mention',
        text: '<at>Megan Bowen</at>',
        mentioned: { id: desk.megan.aadObjectId, name: 'Megan Bowen' },
      },
    ],
  });
});

it('whoever is on the team of the referral and in the channel is addressed instead', async () => {
  const email = 'isaiah.langer@contoso.example';
  await waiting({}, { team: [{ firstName: 'Isaiah', lastName: 'Langer', email }, { email: 'gone@contoso.example' }] });
  await desk.clock.jump(dayMs);
  const reminder = await reminded(1);
  expect(shows(reminder, '<at>Isaiah Langer</at>')).toBe(true);
  expect(shows(reminder, 'Megan')).toBe(false);
  expect(shows(reminder, '@contoso')).toBe(false);
});

it('nobody is reminded of what was decided in Partner Center a moment before', async () => {
  // The looks are an hour apart: the decision falls between them.
  const { id } = await waiting({ env: { POLL_INTERVAL_SECONDS: '3600' } });
  await desk.clock.jump(dayMs - 10_000);
  await settle();
  desk.sandbox.world.referrals.changeInPortal(id, { status: 'Active', substatus: 'Accepted' });
  await settle();
  await desk.until('its card says so', () => cards().some((card) => shows(card, 'Accepted in Partner Center')));
  await settle();
  expect(reminders()).toEqual([]);
});

it('after an outage over several stages one reminder comes soon after the start, and the next in time', async () => {
  const { arrivedAt } = await waiting();
  await desk.clock.jump(dayMs);
  await reminded(1);
  await desk.app.stop();
  await desk.clock.jump(arrivedAt + 11.5 * dayMs - desk.clock.now());
  const startedAt = desk.clock.now();
  await desk.start();
  const late = await reminded(2);
  expect(late.postedAt - startedAt).toBeLessThanOrEqual(12_000);
  await settle();
  expect(reminders()).toHaveLength(2);
  await desk.clock.jump(arrivedAt + 13 * dayMs - desk.clock.now());
  await reminded(3);
});

it('a reminder that was put off comes at nine on the day that was chosen', async () => {
  await waiting();
  await desk.clock.jump(dayMs);
  const answer = await press(await reminded(1), 'referral.snooze', { until: '2026-12-03' });
  expect(JSON.stringify(answer.body?.value)).toContain('Megan Bowen put off the reminders here until Dec 3.');
  await desk.clock.jump(Date.parse('2026-12-03T07:59:00Z') - desk.clock.now());
  await settle();
  expect(reminders()).toHaveLength(0);
  await desk.clock.jump(60_000);
  expect((await reminded(1)).summary).toBe('Fabrikam: 2 days left (by Dec 5)');
});

it.each([
  ['2026-12-06', 'It expires on Dec 5'],
  ['2026-11-22', 'Choose a day after today.'],
  ['', 'Choose a day.'],
  ['soon', 'is not a date'],
])('a reminder cannot be put off until "%s"', async (until, words) => {
  await waiting();
  await desk.clock.jump(dayMs);
  const answer = await press(await reminded(1), 'referral.snooze', { until });
  expect(answer.body?.type).toBe(sentenceType);
  expect(String(answer.body?.value)).toContain(words);
  await desk.clock.jump(6 * dayMs);
  await reminded(2);
});

it('nobody is reminded where nobody watches any more', async () => {
  await waiting();
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'unwatch');
  await desk.clock.jump(11 * dayMs);
  await settle();
  expect(reminders()).toEqual([]);
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  await desk.clock.jump(2 * dayMs);
  await reminded(1);
});

it('where Partner Center does not answer, the reminder comes all the same and says so', async () => {
  await waiting();
  desk.sandbox.world.faults.add({ path: 'referrals', status: 503 });
  await desk.clock.jump(dayMs);
  const reminder = await reminded(1);
  expect(shows(reminder, 'Partner Center could not be asked just now')).toBe(true);
});

it('Accept on a reminder accepts', async () => {
  const { id } = await waiting();
  await desk.clock.jump(dayMs);
  await press(await reminded(1), 'referral.accept');
  expect(desk.sandbox.world.referrals.find(id)).toMatchObject({ status: 'Active', substatus: 'Accepted' });
});
