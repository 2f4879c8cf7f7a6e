import type { VisibleCard } from '../support/fakeTeams';
import { startDesk, type TestDesk } from '../support/desk';
import { draftOf, sharedInputs, startCreating, withTime } from './support/creating';
import { shownTexts } from './support/shownTexts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let desk: TestDesk;
afterEach(() => desk.close());

const here = () => ({ by: desk.megan, in: desk.channel });
const cards = () => desk.teams.cards(desk.channel.id);
const shows = ({ card }: VisibleCard, words: string) => JSON.stringify(card).includes(words);
const deals = () => cards().filter((card) => shows(card, 'referral.refresh'));
const replies = () => cards().filter(({ replyTo, card }) => replyTo && shows({ card } as VisibleCard, 'archive'));
const settle = async () => {
  for (let step = 0; step < 50; step++) await desk.clock.advance(100);
};
const press = (card: VisibleCard, verb: string, inputs: Record<string, unknown> = {}, data = {}) =>
  desk.teams.press(here(), card.activityId, verb, inputs, data);
const answer = (referralId: string, how: Record<string, unknown>) =>
  desk.sandbox.world.referrals.changeInPortal(referralId, how, 'Microsoft');

/** A deal that a colleague has shared with Microsoft, and its card. */
async function shared(name: string) {
  const before = deals().length;
  const both = desk.sandbox.world.referrals.share({ customerProfile: { name, address: { country: 'DE' } } });
  const card = await desk.until('its card is posted', () => deals()[before]);
  await desk.until('Microsoft’s copy is seen', () => deals().some((one) => shows(one, 'aits for Microsoft')));
  return { ...both, card, postedAt: card.postedAt };
}
const face = (referralId: string) =>
  deals().find(({ card }) => JSON.stringify(card).includes(`"referralId":"${referralId}"`))?.summary;

it('a shared deal of ours has one card, which says what Microsoft makes of it, and no Accept', async () => {
  desk = await startDesk();
  await desk.teams.say(here(), 'watch outgoing co-sell in Germany');
  expect(JSON.stringify(cards())).toContain('Outgoing · co-sell · Germany');
  desk.sandbox.world.referrals.arrive({
    type: 'Shared',
    customerProfile: { name: 'Comes in', address: { country: 'DE' } },
  });
  const { own, microsofts, card } = await shared('Fabrikam');
  await settle();
  expect(deals()).toHaveLength(1);
  expect(face(own.id)).toMatch(
    /^Waits for Microsoft · 1[34] days left \(by .*estimated\): Co-sell opportunity, Fabrikam/,
  );
  expect(shows(card, 'referral.accept')).toBe(false);
  expect(shows(card, 'referral.won')).toBe(true);
  const late = await press(card, 'referral.accept', {}, { referralId: own.id });
  expect(shownTexts(late.body?.value).join()).toContain('this is a deal of your own');
  answer(microsofts.id, { status: 'Active', substatus: 'Accepted' });
  await desk.until('its card says so', () => /^✓ Accepted by Microsoft/.exec(face(own.id) ?? ''));
  await settle();
  expect(replies()).toEqual([]);
  expect(deals()).toHaveLength(1);
});

it('somebody is reminded of a deal that Microsoft has not answered, not after it has, and told when it expires', async () => {
  desk = await startDesk({ env: { POLL_INTERVAL_SECONDS: '86400' } });
  /** Whoever begins to watch has a look made. */
  const look = () => desk.teams.say(here(), 'watch outgoing');
  await look();
  const world = desk.sandbox.world.referrals;
  const [first, second] = ['Fabrikam', 'Litware'].map((name) => world.share({ customerProfile: { name } }));
  if (!first || !second) throw new Error('Nothing was shared');
  await settle();
  await look();
  await desk.until('their cards are posted', () => deals().length === 2);
  await settle();
  const postedAt = Math.min(...deals().map((card) => card.postedAt));
  await desk.clock.jump(postedAt + dayMs - 30_000 - desk.clock.now());
  await settle();
  expect(replies()).toEqual([]);
  // A moment before the reminder; no look by date comes in between.
  answer(second.microsofts.id, { status: 'Closed', substatus: 'Declined', statusReason: 'No seller in the region' });
  const nudge = await desk.until('the reminder', () => replies()[0]);
  await settle();
  expect(replies()).toHaveLength(1);
  expect(nudge.summary).toMatch(/^Fabrikam: Microsoft has not answered yet · 1[23] days left/);
  const texts = JSON.stringify(nudge.card);
  for (const words of [
    '<at>Megan Bowen</at>: this deal of yours still waits for Microsoft',
    'contact is',
    'referral.snooze',
  ])
    expect(texts).toContain(words);
  expect(texts).not.toContain('referral.accept');
  expect(face(second.own.id)).toMatch(/^Declined by Microsoft/);
  await desk.clock.jump(postedAt + 11 * dayMs - desk.clock.now());
  await desk.until('a reminder three days before', () =>
    replies().some(({ summary }) => /· [23] days left/.test(summary ?? '')),
  );
  await desk.clock.jump(postedAt + 14 * dayMs + 2 * hourMs - desk.clock.now());
  await settle();
  await look();
  const expired = await desk.until('the news', () =>
    replies().find(({ summary }) => summary?.includes('Expired at Microsoft')),
  );
  expect(JSON.stringify(expired.card)).toContain('it waited for Microsoft 14 days');
  expect(face(first.own.id)).toMatch(/^Expired at Microsoft: not answered in time/);
});

it('what somebody makes here comes to other channels, not as news to where it was made or to its maker’s chat', async () => {
  const creating = await startCreating();
  ({ desk } = creating);
  const other = desk.teams.places.addChannel('Co-sell');
  for (const place of [desk.channel, other, creating.chat]) {
    await desk.teams.say({ by: desk.megan, in: place }, 'watch outgoing');
    await settle();
  }
  const at = here();
  const form = await creating.form(at);
  const asked = await creating.fill(form, sharedInputs, at);
  const made = await withTime(desk, creating.press(form, 'referral.create.confirm', draftOf(asked), at));
  expect(shownTexts(made.body?.value)[0]).toMatch(/^Waits for Microsoft · 14 days left/);
  const shownIn = (place: { id: string }) =>
    desk.teams.cards(place.id).filter((card) => shows(card, 'referral.refresh')).length;
  await desk.until('it is posted elsewhere', () => shownIn(other) === 1);
  await desk.clock.jump(3 * 60_000);
  await settle();
  expect([desk.channel, other, creating.chat].map(shownIn)).toEqual([1, 1, 0]);
  // Where it was made is reminded as well: under the card that the press left there.
  await desk.clock.jump(dayMs + hourMs);
  const [reminder] = await desk.until('the reminder', () => replies().length > 0 && replies());
  expect(reminder?.replyTo).toBe(form);
  const day = new Date(desk.clock.now() + 2 * dayMs).toISOString().slice(0, 10);
  const putOff = await desk.teams.press(at, reminder?.activityId ?? '', 'referral.snooze', { until: day });
  expect(shownTexts(putOff.body?.value).join()).toContain('put off the reminders here');
});

it('older deals that wait for Microsoft are counted and posted when asked for, and a watch is tested with outgoing ones', async () => {
  desk = await startDesk();
  const world = desk.sandbox.world.referrals;
  world.arrive({ customerProfile: { name: 'Comes in' } });
  const [waits, answered] = ['Waits', 'Answered'].map((name) => world.share({ customerProfile: { name } }));
  answer(answered?.microsofts.id ?? '', { status: 'Active', substatus: 'Accepted' });
  await desk.clock.advance(5_000);
  await desk.teams.say(here(), 'watch outgoing');
  const started = cards()[0];
  expect(JSON.stringify(started?.card)).toContain('One older referral');
  await settle();
  expect(deals()).toEqual([]);
  const buttons = JSON.stringify(started?.card);
  const watchId = /"watchId":"([^"]+)"/.exec(buttons)?.[1];
  if (!started) throw new Error('Nothing was answered');
  expect(String((await press(started, 'watch.backlog', {}, { watchId })).body?.value)).toMatch(/^1 older referral is/);
  await desk.until('it is posted', () => deals().length === 1);
  await settle();
  expect(face(waits?.own.id ?? '')).toMatch(/^Waits for Microsoft/);
  const tested = shownTexts((await press(started, 'watch.test', {}, { watchId })).body?.value).join();
  expect(tested).toContain('Would have matched 2 of the last 2');
});
