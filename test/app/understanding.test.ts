import { startDesk, type TestDesk } from '../support/desk';
import type { TeamsUser } from '../support/fakeTeams';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded', env: { POLL_INTERVAL_SECONDS: '86400' } });
});
afterAll(() => desk.close());

/** A new personal chat, in which things are said one after the other. */
function chatWith(by: TeamsUser) {
  const chat = desk.teams.places.addPersonalChat(by);
  const last = () =>
    desk.teams.posts.all
      .filter((post) => post.conversationId === chat.id && post.versions[0]?.type !== 'typing')
      .at(-1);
  return {
    chat,
    say: async (text: string) => {
      await desk.teams.say({ by, in: chat }, text);
      return { activityId: last()?.activityId ?? '', words: JSON.stringify(last()?.versions.at(-1)) };
    },
  };
}

describe('an unclear question', () => {
  it('is answered with what may be meant, and a press gives the answer in place of it', async () => {
    const { chat, say } = chatWith(desk.megan);
    const { activityId, words } = await say('the subscriptions, about Contoso Deutschland GmbH');
    expect(words).toContain('reading.choose');
    const pressed = await desk.teams.press({ by: desk.megan, in: chat }, activityId, 'reading.choose');
    expect(pressed.body?.type).toBe('application/vnd.microsoft.card.adaptive');
  });

  it('is answered so whatever it was', async () => {
    const { words } = await chatWith(desk.megan).say('good morning');
    expect(words).toContain('reading.choose');
    expect(words).toContain('help');
  });

  it('is a sentence when the choice leads nowhere any more', async () => {
    const { chat, say } = chatWith(desk.megan);
    const { activityId } = await say('good morning');
    const gone = await desk.teams.press({ by: desk.megan, in: chat }, activityId, 'reading.choose', { text: 'qwertz' });
    expect(gone.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
  });

  it('never runs a command that changes something', async () => {
    const { words } = await chatWith(desk.megan).say('wotch');
    expect(words).toContain('reading.choose');
    expect(words).not.toContain('Watching');
  });
});

describe('a follow-up', () => {
  it('goes from the subscriptions of a customer to the orders', async () => {
    const { say } = chatWith(desk.megan);
    await say('subscriptions for Contoso Deutschland GmbH');
    const { words } = await say('and the orders?');
    expect(words).toContain('order.show');
    expect(words).toContain('Contoso Deutschland GmbH');
  });

  it('asks the last question again, of fewer', async () => {
    const { say } = chatWith(desk.megan);
    await say('referrals');
    await say('only new');
    const asked = desk.sandbox.world.requests().filter((request) => request.path.includes('/referrals'));
    expect(decodeURIComponent(JSON.stringify(asked.at(-1)))).toContain("status eq 'New'");
  });

  it('is about the customer who was asked about, by the same person in the same chat', async () => {
    const { say } = chatWith(desk.megan);
    await say('subscriptions for Contoso Deutschland GmbH');
    expect((await say('what are their subscriptions?')).words).toContain('Contoso Deutschland GmbH');
    expect((await chatWith(desk.megan).say('subscriptions')).words).toContain('which customer');
  });

  it('is about the customer who was chosen on the card', async () => {
    const { chat, say } = chatWith(desk.megan);
    const { activityId, words } = await say('subscriptions for contoso');
    expect(words).toContain('customer.choose');
    const { body } = await desk.teams.press({ by: desk.megan, in: chat }, activityId, 'customer.choose');
    const answer = await say('subscriptions');
    expect(answer.words).not.toContain('customer.choose');
    expect(answer.words).not.toContain('which customer');
    expect(answer.words).toContain('subscription.show');
    expect(body?.type).toBe('application/vnd.microsoft.card.adaptive');
  });

  it('is forgotten after ten minutes', async () => {
    const { say } = chatWith(desk.megan);
    await say('subscriptions for Contoso Deutschland GmbH');
    await desk.clock.jump(9 * 60_000);
    expect((await say('subscriptions')).words).toContain('Contoso Deutschland GmbH');
    await desk.clock.jump(10 * 60_000);
    expect((await say('subscriptions')).words).toContain('which customer');
  });
});
