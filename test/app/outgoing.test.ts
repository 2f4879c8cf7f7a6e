import type { VisibleCard } from '../support/fakeTeams';
import { startDesk, type TestDesk } from '../support/desk';
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
  desk = await startDesk({ env: { POLL_INTERVAL_SECONDS: '3600' } });
  await desk.teams.say(here(), 'watch outgoing');
  const world = desk.sandbox.world.referrals;
  const [first, second] = ['Fabrikam', 'Litware'].map((name) => world.share({ customerProfile: { name } }));
  if (!first || !second) throw new Error('Nothing was shared');
  await desk.clock.jump(hourMs);
  await desk.until('their cards are posted', () => deals().length === 2);
  await settle();
  const postedAt = Math.max(...deals().map((card) => card.postedAt));
  await desk.clock.jump(dayMs - 10_000);
  await settle();
  expect(replies()).toEqual([]);
  // A moment before the reminder; no look comes in between.
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
    replies().some(
      ({ summary }) =>
        summary?.includes('hours left') || summary?.includes('3 days left') || summary?.includes('2 days left'),
    ),
  );
  await desk.clock.jump(postedAt + 14 * dayMs + 2 * hourMs - desk.clock.now());
  const expired = await desk.until('the news', () =>
    replies().find(({ summary }) => summary?.includes('Expired at Microsoft')),
  );
  expect(JSON.stringify(expired.card)).toContain('it waited for Microsoft 14 days');
  expect(face(first.own.id)).toMatch(/^Expired at Microsoft: not answered in time/);
});
