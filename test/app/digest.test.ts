import { startDesk, type TestDesk } from '../support/desk';

let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const hour = 3_600_000;
const inChannel = () => ({ by: desk.megan, in: desk.channel });
const cards = () =>
  desk.teams.cards(desk.channel.id).map(({ card, summary }) => ({ text: JSON.stringify(card), summary }));
const digests = () => cards().filter(({ summary }) => summary?.includes('digest'));
const lastWords = () =>
  JSON.stringify(
    desk.teams.posts.all
      .filter((post) => post.conversationId === desk.channel.id)
      .at(-1)
      ?.versions.at(-1),
  );
async function say(text: string): Promise<string> {
  await desk.teams.say(inChannel(), text);
  return lastWords();
}
const facts = (text = ''): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/\{"title":"([^"]+)","value":"([^"]+)"\}/g)].map(([, title = '', value = '']) => [title, value]),
  );
/** The clock goes on, in steps that leave room for what happens meanwhile. */
async function until(time: string): Promise<void> {
  const end = Date.parse(time);
  await desk.clock.jump(Math.max(0, end - desk.clock.now() - 20_000));
  await desk.until(time, () => desk.clock.now() >= end);
}
async function arrive(name: string): Promise<string> {
  const [referral] = desk.sandbox.world.referrals.arrive({ customerProfile: { name } });
  await desk.until(`${name} is posted`, () => cards().some(({ text }) => text.includes(name)));
  return referral?.id ?? '';
}

it('a daily digest sums up what came, what was answered and what waits, at its time and once a day', async () => {
  await say('watch');
  expect(await say('digest daily at 12:00')).toMatch(/every day at 12:00.*digest off/);
  const accepted = await arrive('Fabrikam');
  await arrive('Tailspin');
  await desk.clock.jump(hour);
  const card = desk.teams.cards(desk.channel.id).find((one) => JSON.stringify(one.card).includes(accepted));
  await desk.teams.press(inChannel(), card?.activityId ?? '', 'referral.accept');
  await until('2026-11-21T11:00:10Z');
  expect(digests()).toHaveLength(1);
  expect(digests()[0]?.summary).toBe('Daily digest: 2 new, 1 waiting');
  expect(facts(digests()[0]?.text)).toEqual({
    New: '2',
    'Waiting for an answer': expect.stringMatching(/^1, the oldest since /),
    Answered: expect.stringMatching(/^1, half of them within /),
  });
  expect(digests()[0]?.text).toContain('Tailspin');
  expect(digests()[0]?.text).not.toContain('Fabrikam');
  desk.sandbox.world.referrals.changeInPortal(accepted, { status: 'Closed', substatus: 'Won' });
  await until('2026-11-22T11:00:10Z');
  expect(digests()).toHaveLength(2);
  expect(facts(digests()[1]?.text)).toMatchObject({ New: '0', Closed: '1 won' });
});

it('after an outage one digest comes for all of it, and a restart repeats none', async () => {
  await say('watch');
  await say('digest daily at 12:00');
  await arrive('Fabrikam');
  await desk.app.stop();
  await desk.clock.jump(3 * 24 * hour);
  await desk.start();
  await desk.until('it comes', () => digests().length > 0);
  await desk.app.stop();
  await desk.start();
  await until('2026-11-24T10:59:00Z');
  expect(digests()).toHaveLength(1);
  expect(facts(digests()[0]?.text)['New']).toBe('1');
});

it('where there is nothing to say none comes, and after digest off neither', async () => {
  await say('watch');
  await say('digest daily at 12:00');
  await until('2026-11-21T11:00:10Z');
  expect(digests()).toEqual([]);
  await arrive('Fabrikam');
  expect(await say('digest off')).toContain('No digest comes here any more');
  expect(await say('digest off')).toContain('No digest came here');
  await until('2026-11-22T11:00:10Z');
  expect(digests()).toEqual([]);
});

it('a digest that Teams cannot take for the moment comes a little later, once', async () => {
  await say('watch');
  await say('digest daily at 12:00');
  await arrive('Fabrikam');
  await until('2026-11-21T10:59:50Z');
  desk.teams.fault({ method: 'POST', status: 503, times: 2 });
  await until('2026-11-21T11:01:00Z');
  expect(digests()).toHaveLength(1);
});

it('a digest that falls into quiet hours comes at their end, and says so before', async () => {
  await say('watch');
  await arrive('Fabrikam');
  await say('quiet hours');
  const card = desk.teams.cards(desk.channel.id).at(-1);
  const quiet = (verb: string) =>
    desk.teams.press(inChannel(), card?.activityId ?? '', verb, { quietFrom: '11:00', quietUntil: '13:30' }, {});
  await quiet('quiet.set');
  expect(await say('digest daily at 12:00')).toMatch(
    /every day at 12:00.*Nov 21, 01:30 PM.*quiet hours.*, 11:00 to 13:30/,
  );
  expect(await say('digest')).toMatch(/next one on Nov 21, 01:30 PM.*quiet hours/);
  await until('2026-11-21T12:29:50Z');
  expect(digests()).toEqual([]);
  await until('2026-11-21T12:30:10Z');
  expect(digests()).toHaveLength(1);
  await until('2026-11-22T11:00:10Z');
  await quiet('quiet.clear');
  await desk.until('one that was held back comes once they are cleared', () => digests().length === 2);
});

it('a digest that Teams is taking when the process stops is not repeated by the next one', async () => {
  await say('watch');
  await say('digest daily at 12:00');
  await arrive('Fabrikam');
  await until('2026-11-21T10:59:50Z');
  const slow = desk.teams.fault({ method: 'POST', hold: 'afterAccepting', times: 1 });
  await until('2026-11-21T11:00:02Z');
  await slow.held;
  const stopped = desk.app.stop();
  slow.release();
  await stopped;
  await desk.start();
  await until('2026-11-21T11:01:00Z');
  expect(digests()).toHaveLength(1);
});

it('digest says when one comes and who asked for it, and what is missing', async () => {
  expect(await say('digest')).toContain('digest daily at 8:30');
  expect(await say('digest on friday at 4pm')).toMatch(/every Friday at 16:00.*Europe.*watch/);
  expect(await say('digest')).toMatch(/every Friday at 16:00.*set by Megan Bowen/);
  expect(await say('digest off at 9')).toContain('Say when');
});
