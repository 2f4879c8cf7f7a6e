import { TickingFetch } from '../delivery/support/tickingFetch';
import type { VisibleCard } from '../support/fakeTeams';
import { startDesk, type TestDesk } from '../support/desk';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let desk: TestDesk;
let traffic: TickingFetch;

beforeEach(async () => {
  traffic = new TickingFetch();
  desk = await startDesk({ env: { POLL_INTERVAL_SECONDS: '3600' }, fetch: traffic.fetch });
});
afterEach(() => desk.close());

const where = () => ({ by: desk.megan, in: desk.channel });
const cards = () => desk.teams.cards(desk.channel.id);
const reminders = () => cards().filter(({ replyTo }) => replyTo !== undefined);
const posted = () => cards().find(({ card }) => JSON.stringify(card).includes('referral.snooze'));

/** A card in Stockholm of a referral that is put off, there and in the quiet hours that are set then. */
async function putOff(until: string, expires: string, quiet: { quietFrom: string; quietUntil: string }) {
  await desk.teams.say(where(), 'watch');
  desk.sandbox.world.referrals.arrive({ expirationDateTime: expires });
  await desk.clock.jump(hourMs);
  await desk.until('its card is posted', () => cards().some(({ replyTo }) => !replyTo));
  await desk.clock.jump(dayMs);
  await desk.until('a reminder', posted);
  await desk.teams.press(where(), posted()?.activityId ?? '', 'quiet.set', quiet, {});
  return press(posted(), until);
}

/** Presses in New York, where it is an earlier day for some hours. */
const press = (card: VisibleCard | undefined, until: string) =>
  desk.teams.press(
    { by: desk.megan, in: { ...desk.channel, timeZone: 'America/New_York' } },
    card?.activityId ?? '',
    'referral.snooze',
    { until },
  );

async function remindedAt(): Promise<string> {
  const before = reminders().length;
  for (let hour = 0; hour < 24 * 14 && reminders().length === before; hour++) {
    await desk.clock.jump(hourMs - (desk.clock.now() % hourMs));
    await traffic.settled();
  }
  return new Date(reminders().at(-1)?.postedAt ?? 0).toISOString().slice(0, 13);
}

it('a snooze that ends within quiet hours, and was set within them, reminds at their end by the clocks of the channel', async () => {
  await putOff('2026-11-25', '2026-12-05T10:00:00Z', { quietFrom: '11:00', quietUntil: '10:00' });
  expect(await remindedAt()).toBe('2026-11-25T09');
});

it('a snooze that ends within quiet hours in which the referral expires reminds before them', async () => {
  await putOff('2026-11-25', '2026-11-25T08:30:00Z', { quietFrom: '20:00', quietUntil: '10:00' });
  expect(await remindedAt()).toBe('2026-11-24T19');
});

it('a snooze that ends outside of quiet hours reminds at nine by the clocks of the channel, wherever it was pressed', async () => {
  await putOff('2026-11-25', '2026-12-05T10:00:00Z', { quietFrom: '20:00', quietUntil: '08:00' });
  expect(await remindedAt()).toBe('2026-11-25T08');
});
