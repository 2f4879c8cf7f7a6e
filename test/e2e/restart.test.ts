import { startPlaygroundDesk, type PlaygroundDesk } from '../support/playgroundDesk';

let desk: PlaygroundDesk;
beforeAll(async () => {
  desk = await startPlaygroundDesk();
}, 60_000);
afterAll(() => desk.stop());

test('what arrived while the bot was dead is posted once when it is back, and nothing is posted twice', async () => {
  const { referrals } = desk.sandbox.world;
  referrals.arrive({ customerProfile: { name: 'Adventure Works' } });
  await desk.page.card('Adventure Works');

  await desk.killBot();
  referrals.arrive({ customerProfile: { name: 'Proseware' } });
  referrals.arrive({ customerProfile: { name: 'Relecloud' } });
  await desk.startBot();
  await desk.page.card('Proseware');
  await desk.page.card('Relecloud');

  // The next one comes after whatever the restart might have repeated.
  referrals.arrive({ customerProfile: { name: 'Woodgrove Bank' } });
  await desk.page.card('Woodgrove Bank');
  await desk.page.screenshot('after-a-restart');
  for (const name of ['Adventure Works', 'Proseware', 'Relecloud', 'Woodgrove Bank']) {
    expect(await desk.page.cards(name).count()).toBe(1);
  }
});
