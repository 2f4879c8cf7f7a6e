import { startDesk, type TestDesk } from '../support/desk';
import { shownTexts } from './support/shownTexts';

let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const hour = 3_600_000;
async function status(): Promise<string> {
  await desk.clock.advance(1_500);
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'status');
  return shownTexts(desk.teams.cards(desk.channel.id).at(-1)?.card).join('\n');
}

it('says since when Partner Center cannot be read, also when it never could since the start', async () => {
  desk.sandbox.world.faults.add({ path: '/engagements/referrals', status: 503 });
  await desk.app.stop();
  await desk.clock.jump(3 * hour);
  await desk.start();
  await desk.clock.jump(20_000);
  await desk.until('a look has failed', () => desk.sandbox.world.requests().at(-1)?.status === 503);
  await desk.clock.jump(60_000);
  const said = await status();
  expect(said).toMatch(
    /^Something needs attention\nPartner Center could not be read since Nov 21, 01:00 PM \((unavailable|timeout) at/,
  );
  expect(said).toMatch(/Last look\nnone yet/);
  desk.sandbox.world.faults.clear();
  await desk.until('it can be read again', () => desk.sandbox.world.requests().at(-1)?.status === 200);
  expect(await status()).toMatch(/^Everything works/);
});

it('says that Teams asks to wait and until when, and that what waits has waited for long', async () => {
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  desk.teams.fault({ method: 'POST', status: 429, retryAfterSeconds: 900, times: 1 });
  desk.sandbox.world.referrals.arrive({}, 2);
  await desk.until('Teams refuses one', () => desk.teams.requests.some((request) => request.status === 429));
  expect(await status()).toMatch(
    /^Everything works[^]*Waiting to be sent\n2, [^]*Teams asks to wait\nin 1 conversation, until .*10:15 AM/,
  );
  await desk.clock.jump(6 * 60_000);
  expect(await status()).toMatch(
    /^Something needs attention\nMessages to Teams have been waiting to be sent since .*10:00 AM/,
  );
  await desk.clock.jump(10 * 60_000);
  await desk.until('all is sent', () => desk.teams.cards(desk.channel.id).length >= 5);
  expect(await status()).toMatch(/^Everything works[^]*Waiting to be sent\n0\n/);
});
