import { startDesk, type TestDesk } from '../support/desk';
import type { BotAnswer } from '../support/fakeTeams';
import { actionsOf } from '../support/readCard';
import { shownTexts } from './support/shownTexts';

let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk({ env: { ADMIN_IDS: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021' } });
});
afterEach(() => desk.close());

const where = () => ({ by: desk.megan, in: desk.channel });
const cards = () => desk.teams.cards(desk.channel.id);
const lists = () => cards().filter(({ summary }) => summary?.endsWith('on one card'));
const textOf = (card: unknown): string => shownTexts(card).join('\n');
const listText = (at = 0): string => textOf(lists()[at]?.card);
const own = (name: string) => cards().filter(({ card, summary }) => summary?.includes(name) && 'body' in card);
const sentence = (answer: BotAnswer): string => String(answer.body?.value);

/** Says it a moment after the last, as Teams' limits demand, and gives what the answer shows. */
async function say(text: string): Promise<string> {
  await desk.clock.advance(1_000);
  const before = desk.teams.posts.all.length;
  await desk.teams.say(where(), text);
  return JSON.stringify(desk.teams.posts.all.slice(before).at(-1)?.versions.at(-1));
}

/** So many referrals at once, called "Firm 1" and so on; gives their ids. */
const arrive = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, at) => ({
    customerProfile: { name: `Firm ${from + at}.`, address: { country: 'SE' } },
  })).map((facts) => desk.sandbox.world.referrals.arrive(facts)[0]?.id ?? '');
const press = (verb: string, data: Record<string, unknown>, list = 0) =>
  desk.teams.press(where(), lists()[list]?.activityId ?? '', verb, {}, { verb, ...data });

/** What the list card shows on all of its pages. */
async function pages(): Promise<string> {
  const texts: string[] = [];
  for (let card: unknown = lists()[0]?.card; card;) {
    texts.push(textOf(card));
    const next = actionsOf(card).find(({ title }) => title === 'Show the next ones');
    card = next && (await press('fold.page', { ...next.data })).body?.value;
  }
  return texts.join('\n');
}

it('what waited through quiet hours is one card, whose buttons bring each card once and which follows all of them', async () => {
  await say('watch');
  expect(await say('watches')).not.toContain('More than 20 at a time');
  expect(await say('fold on')).toContain('they come as one card');
  expect(await say('fold bursts')).toContain('Megan Bowen asked for that');
  expect(await say('watches')).toContain('More than 20 at a time come as one card, as Megan Bowen asked');
  expect(await say('status')).toContain('more than 20 at a time come as one card');
  await say('quiet hours');
  const quiet = { quietFrom: '09:00', quietUntil: '11:30' };
  await desk.teams.press(where(), cards().at(-1)?.activityId ?? '', 'quiet.set', quiet);
  const ids = arrive(30);
  await desk.clock.advance(5_000);
  expect(lists()).toEqual([]);
  await desk.clock.jump(Date.parse('2026-11-21T10:30:00Z') - desk.clock.now());
  const list = await desk.until('the list card', () => lists()[0]);
  expect(listText()).toMatch(/^30 new referrals\nThey came together and all wait for your answer/);
  expect(own('Firm')).toEqual([]);

  // Those that do not fit are on its next page, and nothing is left out.
  const both = await pages();
  for (let n = 1; n <= 30; n++) expect(both).toContain(`Firm ${n}.`);
  expect(both).toContain('before these');
  expect(listText()).toMatch(/\d more$/);

  const [first = '', second = '', third = ''] = ids;
  const answers = await Promise.all([1, 2, 3].map(() => press('fold.show', { referralId: first })));
  for (const answer of answers)
    expect(sentence(answer)).toMatch(/^The card of \*\*Firm 1\.\*\* is (on its way|in this conversation already)\.$/);
  const card = await desk.until('its own card', () => own('Firm 1.')[0]);
  await desk.until('the list says so', () => listText().includes('its card is here'));
  expect(sentence(await press('fold.show', { referralId: first }))).toContain('is in this conversation already');
  expect(sentence(await press('fold.show', { referralId: 'of-another-place' }))).toContain('not kept any more');
  await desk.teams.press(where(), card.activityId, 'referral.accept');
  desk.sandbox.world.referrals.changeInPortal(second, { status: 'Closed', substatus: 'Declined' });
  await desk.until('the list follows', () => listText().includes('28 of them wait'));
  expect(await pages()).toMatch(/Firm 1\.\*\* · ✓ Accepted by Megan Bowen/);
  expect(await pages()).toMatch(/Firm 2\.\*\* · Declined in Partner Center/);
  expect([own('Firm 1.').length, lists().length]).toEqual([1, 1]);

  // A day later each is reminded of in the thread where it was announced.
  await desk.clock.jump(86_400_000);
  const reminder = (name: string) =>
    cards().find(({ summary, replyTo }) => replyTo && summary?.startsWith(`${name}: Nobody`));
  expect((await desk.until('a reminder', () => reminder('Firm 3.'))).replyTo).toBe(list.activityId);
  expect(third).not.toBe('');

  const chat = { by: desk.megan, in: desk.teams.places.addPersonalChat(desk.megan) };
  await desk.teams.say(chat, 'forget Firm 2.');
  const editsBefore = lists()[0]?.edits;
  const asked = desk.teams.cards(chat.in.id).at(-1)?.activityId ?? '';
  await desk.teams.press(chat, asked, 'customer.forget');
  await desk.until('the list has forgotten', () => lists()[0]?.edits !== editsBefore);
  expect(await pages()).not.toContain('Firm 2.');

  expect(await say('fold off')).toContain('a card of its own');
  arrive(21, 101);
  await desk.until('all are cards', () => own('Firm 1').length >= 22);
  expect(lists()).toHaveLength(1);
});

it('a list card whose answer was lost is adopted when it is pressed, and followed like the other', async () => {
  await say('watch');
  await say('fold on');
  desk.teams.fault({ method: 'POST', path: /activities$|conversations$/, cut: 'afterAccepting', times: 1 });
  const [first = '', second = ''] = arrive(21);
  await desk.until('it is there twice', () => lists().length === 2);
  expect(own('Firm')).toEqual([]);
  // Whichever it is: one of them is not in the books.
  for (const list of [0, 1]) await press('fold.show', { referralId: first }, list);
  await desk.until('its own card', () => own('Firm 1.')[0]);
  desk.sandbox.world.referrals.changeInPortal(second, { status: 'Closed', substatus: 'Declined' });
  const follow = /Firm 1\.\*\* · .*its card is here[^]*Firm 2\.\*\* · Declined/;
  await desk.until('both follow', () => follow.test(listText(0)) && follow.test(listText(1)));
  expect([own('Firm 1.').length, lists().length]).toEqual([1, 2]);
});
