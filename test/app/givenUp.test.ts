import { startDesk, type TestDesk } from '../support/desk';
import type { Place, TeamsUser } from '../support/fakeTeams';
import { shownTexts } from './support/shownTexts';

let desk: TestDesk;
let chat: Place;
afterEach(() => desk.close());

async function start(env: Record<string, string> = {}) {
  desk = await startDesk({ env });
  chat = desk.teams.places.addPersonalChat(desk.megan);
  await desk.teams.install({ by: desk.megan, in: desk.channel });
}
const say = async (by: TeamsUser, place: Place, text: string) => {
  await desk.clock.advance(1_500);
  await desk.teams.say({ by, in: place }, text);
};
const lastText = (place: Place) => desk.teams.posts.texts(place.id).at(-1);
const lastCard = (place: Place) => shownTexts(desk.teams.cards(place.id).at(-1)?.card).join('\n');
const cards = () => desk.teams.cards(desk.channel.id).filter(({ card }) => JSON.stringify(card).includes('refresh'));
const refused = (status: number) => desk.teams.requests.filter((request) => request.status === status).length;

/** A referral whose card Teams refuses for good. */
async function giveUpOne() {
  await say(desk.megan, desk.channel, 'watch');
  desk.teams.fault({ method: 'POST', path: /\/activities$/, times: 1, status: 413, code: 'MessageSizeTooBig' });
  desk.sandbox.world.referrals.arrive();
  await desk.until('Teams refused it', () => refused(413) === 1);
  await desk.clock.advance(500);
}

describe('what was given up', () => {
  it('is in status with where and why, and sent again when the owner of the watch types retry', async () => {
    await start({ ADMIN_IDS: 'somebody-else' });
    await giveUpOne();
    await say(desk.megan, chat, 'status');
    expect(lastCard(chat)).toMatch(
      /^Something needs attention\nGiven up in \*\*Referrals\*\*: 1 message, .*, because Teams says that the card is too big\.\n.*\*\*retry\*\*/,
    );
    await say(desk.megan, chat, 'retry');
    expect(lastText(chat)).toMatch(/^Trying again: 1 /);
    await desk.until('it is posted', () => cards().length === 1);
    await say(desk.megan, chat, 'status');
    expect(lastCard(chat)).toMatch(/^Everything works/);
    await say(desk.megan, chat, 'retry');
    expect(lastText(chat)).toMatch(/^Nothing was given up/);
    expect(cards()).toHaveLength(1);
  });

  it('is not sent again by somebody who owns no watch there, but by an administrator', async () => {
    await start({ ADMIN_IDS: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1025' });
    await giveUpOne();
    const alexChat = desk.teams.places.addPersonalChat(desk.alex);
    await say(desk.alex, alexChat, 'retry');
    expect(lastText(alexChat)).toMatch(/by an administrator, or by the person who started the watch/);
    await desk.clock.advance(5_000);
    expect(cards()).toHaveLength(0);
    const adminChat = desk.teams.places.addPersonalChat(desk.isaiah);
    await say(desk.isaiah, adminChat, 'retry');
    await desk.until('it is posted', () => cards().length === 1);
  });
});

describe('a conversation that takes nothing any more', () => {
  const blocked = { status: 403, code: 'MessageWritesBlocked' };

  it('ends its watch, and the owner is told in their own chat and in status until the bot is back', async () => {
    await start();
    await say(desk.megan, desk.channel, 'watch');
    const toChannel = new RegExp(`${desk.channel.id.replaceAll('.', '\\.')}/activities`);
    const fault = desk.teams.fault({ method: 'POST', path: toChannel, ...blocked });
    desk.sandbox.world.referrals.arrive();
    const told = await desk.until('Megan is told', () => desk.teams.cards(chat.id).at(-1));
    expect(shownTexts(told.card).join('\n')).toMatch(
      /^A watch of yours has ended\n.*\*\*Referrals\*\*, since .*, because Teams does not let me write there\.\n.*\*\*watch\*\*/,
    );
    await desk.clock.advance(60_000);
    expect(desk.teams.cards(chat.id)).toHaveLength(1);
    await say(desk.megan, chat, 'status');
    expect(lastCard(chat)).toMatch(/Your watch in \*\*Referrals\*\* ended .* because Teams does not let me write/);
    const alexChat = desk.teams.places.addPersonalChat(desk.alex);
    await say(desk.alex, alexChat, 'status');
    expect(lastCard(alexChat)).not.toContain('Your watch');
    fault.remove();
    await say(desk.megan, desk.channel, 'watch');
    await say(desk.megan, chat, 'status');
    expect(lastCard(chat)).not.toContain('Your watch');
  });

  it('leaves an owner whom the bot cannot write to in peace after a few tries', async () => {
    await start();
    await say(desk.megan, desk.channel, 'watch');
    desk.teams.fault({ method: 'POST', path: /\/activities$/, times: 1, ...blocked });
    desk.teams.fault({ method: 'POST', path: /^\/v3\/conversations$/, status: 403, code: 'Forbidden' });
    desk.sandbox.world.referrals.arrive();
    const tries = () => desk.teams.requests.filter(({ path }) => path === '/v3/conversations').length;
    await desk.until('it was tried', () => tries() > 0);
    await desk.until('the last try', () => tries() === 6);
    for (let hour = 0; hour < 12; hour++) {
      await desk.clock.jump(3_600_000);
      await desk.clock.advance(10_000);
    }
    expect(tries()).toBe(6);
  });
});
