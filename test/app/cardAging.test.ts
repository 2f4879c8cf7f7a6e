import { startDesk, type TestDesk } from '../support/desk';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const card = () =>
  desk.teams.cards(desk.channel.id).find((shown) => JSON.stringify(shown.card).includes('referral.refresh'));
const shows = (words: string) => JSON.stringify(card()?.card).includes(words);

async function postedWith(leftMs: number): Promise<void> {
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  const expirationDateTime = new Date(desk.clock.now() + leftMs).toISOString();
  desk.sandbox.world.referrals.arrive({ expirationDateTime });
  await desk.until('it is posted', () => card() !== undefined);
}

it('a card goes from calm to soon to urgent by itself', async () => {
  await postedWith(5 * 24 * hourMs + minuteMs);
  expect(shows('New · 5 days left')).toBe(true);
  await desk.clock.jump(2 * 24 * hourMs + 2 * minuteMs);
  await desk.until('it is soon', () => shows('Answer soon · 3 days left'));
  await desk.clock.jump(2 * 24 * hourMs);
  await desk.until('it is urgent', () => shows('Urgent · 23 hours left'));
  await desk.clock.jump(hourMs);
  await desk.until('an hour has passed', () => shows('Urgent · 22 hours left'));
  expect(card()?.edits).toBe(3);
});

it('a card is not edited while it is true', async () => {
  await postedWith(5 * 24 * hourMs);
  for (let round = 0; round < 10; round++) {
    await desk.clock.jump(minuteMs);
    await desk.clock.advance(1_000);
  }
  expect(card()?.edits).toBe(0);
});

it('a card says that the time is over where Partner Center leaves the referral open', async () => {
  await postedWith(30 * minuteMs);
  expect(shows('Urgent · less than an hour left')).toBe(true);
  desk.sandbox.world.faults.add({ path: 'referrals', status: 503 });
  await desk.clock.jump(31 * minuteMs);
  await desk.until('it is over', () => shows('time to answer is over'));
});
