import { startDesk, type TestDesk } from '../support/desk';

let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const cards = () => desk.teams.cards(desk.channel.id);
const lastWords = () =>
  JSON.stringify(
    desk.teams.posts.all
      .filter((post) => post.conversationId === desk.channel.id)
      .at(-1)
      ?.versions.at(-1),
  );
const inChannel = () => ({ by: desk.megan, in: desk.channel });
const referralCards = () => cards().filter((card) => JSON.stringify(card.card).includes('referral.refresh'));

describe('watching', () => {
  it('posts a root card for each new referral, the oldest first', async () => {
    await desk.teams.say(inChannel(), 'watch');
    const first = desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'First' } });
    desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Second' } });
    await desk.until('both are posted', () => referralCards().length === 2);
    expect(referralCards().map((card) => card.summary)).toEqual([
      expect.stringContaining('First'),
      expect.stringContaining('Second'),
    ]);
    expect(referralCards()[0]?.replyTo).toBeUndefined();
    expect(first).toHaveLength(1);
  });

  it('counts what was open before and posts it when a button asks for it', async () => {
    desk.sandbox.world.referrals.arrive({}, 3);
    desk.sandbox.world.referrals.arrive({ status: 'Active', substatus: 'Accepted' });
    await desk.teams.say(inChannel(), 'watch');
    await desk.until('the watch answers', () => cards().length === 1);
    expect(JSON.stringify(cards()[0]?.card)).toContain('3 older');
    await desk.clock.advance(5000);
    expect(referralCards()).toHaveLength(0);
    const answer = await desk.teams.press(inChannel(), cards()[0]?.activityId ?? '', 'watch.backlog');
    expect(answer.body?.value).toMatch(/3 older referrals are being posted/);
    await desk.until('they are posted', () => referralCards().length === 3);
  });

  it('is one watch however often it is asked for', async () => {
    await desk.teams.say(inChannel(), 'watch');
    await desk.teams.say(inChannel(), 'watch');
    desk.sandbox.world.referrals.arrive({});
    await desk.until('it is posted', () => referralCards().length > 0);
    await desk.clock.advance(10_000);
    expect(referralCards()).toHaveLength(1);
  });

  it('needs a person whom Partner Center lets read referrals', async () => {
    await desk.teams.say({ by: desk.diego, in: desk.channel }, 'watch');
    expect(lastWords()).toMatch(/role.*PD-/);
    desk.sandbox.world.referrals.arrive({});
    await desk.clock.advance(10_000);
    expect(referralCards()).toHaveLength(0);
  });

  it('ends with unwatch; the cards that are there stay true', async () => {
    await desk.teams.say(inChannel(), 'watch');
    const [kept] = desk.sandbox.world.referrals.arrive({});
    await desk.until('it is posted', () => referralCards().length === 1);
    await desk.teams.say(inChannel(), 'unwatch');
    desk.sandbox.world.referrals.arrive({});
    desk.sandbox.world.referrals.changeInPortal(kept?.id ?? '', { status: 'Active', substatus: 'Accepted' });
    await desk.until('the card is edited', () =>
      JSON.stringify(referralCards()[0]?.card).includes('Accepted in Partner Center'),
    );
    expect(referralCards()).toHaveLength(1);
    await desk.teams.say(inChannel(), 'unwatch');
    expect(lastWords()).toContain('Nothing is being watched');
  });

  it('is not reached through a typo', async () => {
    await desk.teams.say(inChannel(), 'wotch');
    desk.sandbox.world.referrals.arrive({});
    await desk.clock.advance(10_000);
    expect(referralCards()).toHaveLength(0);
  });

  it('shows a person in a personal chat only what that person may read', async () => {
    const chat = desk.teams.places.addPersonalChat(desk.alex);
    await desk.teams.say({ by: desk.alex, in: chat }, 'watch');
    desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Not for Alex' }, team: [] });
    desk.sandbox.world.referrals.arrive({
      customerProfile: { name: 'For Alex' },
      team: [{ firstName: 'Alex', lastName: 'Wilber', email: 'alexw@contoso-partner.example' }],
    });
    await desk.until('his is posted', () => JSON.stringify(desk.teams.cards(chat.id)).includes('For Alex'));
    await desk.clock.advance(10_000);
    expect(JSON.stringify(desk.teams.cards(chat.id))).not.toContain('Not for Alex');
  });
});

describe('what a look by date cannot see', () => {
  it('a referral with old dates that becomes visible late is posted after a restart, or within the hour', async () => {
    await desk.close();
    desk = await startDesk({ env: { POLL_INTERVAL_SECONDS: '60' } });
    await desk.teams.say(inChannel(), 'watch');
    desk.sandbox.world.referrals.arrive({ status: 'Active', substatus: 'Accepted' }, 250);
    await desk.clock.advance(61_000);
    await desk.until('they are known', () => desk.sandbox.world.requests().length > 8);
    const old = '2026-11-15T09:00:00.0000000Z';
    desk.sandbox.world.referrals.arrive({ createdDateTime: old, updatedDateTime: old, expirationDateTime: null });
    for (let minute = 0; minute < 60; minute++) await desk.clock.jump(60_000);
    await desk.until('it is posted', () => referralCards().length > 0);
    expect(referralCards()).toHaveLength(1);
  });
});

describe('after a restart', () => {
  it('posts what came in between, and nothing twice', async () => {
    await desk.teams.say(inChannel(), 'watch');
    desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Before' } });
    await desk.until('it is posted', () => referralCards().length === 1);
    await desk.app.stop();
    desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Meanwhile' } });
    await desk.start();
    await desk.until('it is posted', () => referralCards().length === 2);
    await desk.clock.advance(60_000);
    expect(referralCards().map((card) => card.summary)).toEqual([
      expect.stringContaining('Before'),
      expect.stringContaining('Meanwhile'),
    ]);
  });
});

describe('when Teams refuses', () => {
  it('a passing 403 ends no watch: the card comes when it has passed', async () => {
    await desk.teams.say(inChannel(), 'watch');
    desk.teams.fault({ method: 'POST', status: 403, code: 'Forbidden', times: 1 });
    desk.sandbox.world.referrals.arrive({});
    await desk.until('it is posted', () => referralCards().length > 0);
    expect(referralCards()).toHaveLength(1);
  });

  it('writes that are blocked end it', async () => {
    await desk.teams.say(inChannel(), 'watch');
    desk.teams.fault({ method: 'POST', status: 403, code: 'MessageWritesBlocked', times: 1 });
    desk.sandbox.world.referrals.arrive({});
    await desk.clock.advance(10_000);
    desk.sandbox.world.referrals.arrive({});
    await desk.clock.advance(60_000);
    expect(referralCards()).toHaveLength(0);
  });
});

describe('removing', () => {
  it('out of a team is out of all its channels', async () => {
    const other = desk.teams.places.addChannel('Deals');
    await desk.teams.say(inChannel(), 'watch');
    await desk.teams.say({ by: desk.megan, in: other }, 'watch');
    await desk.teams.uninstall({ by: desk.megan, in: other });
    desk.sandbox.world.referrals.arrive({});
    await desk.clock.advance(10_000);
    expect(referralCards()).toHaveLength(0);
  });
});

describe('installing', () => {
  it('greets once, with a button that starts watching', async () => {
    await desk.teams.install(inChannel());
    await desk.teams.install(inChannel());
    expect(cards()).toHaveLength(1);
    expect(desk.teams.posts.all).toHaveLength(1);
    const answer = await desk.teams.press(inChannel(), cards()[0]?.activityId ?? '', 'watch.start');
    expect(answer.body?.type).toBe('application/vnd.microsoft.card.adaptive');
    desk.sandbox.world.referrals.arrive({});
    await desk.until('it is posted', () => referralCards().length === 1);
  });

  it('greets later, and once, where Teams did not take the greeting', async () => {
    const fault = desk.teams.fault({ method: 'POST', path: /activities/, status: 502 });
    expect((await desk.teams.install(inChannel())).status).toBe(200);
    await desk.clock.advance(5_000);
    expect(cards()).toHaveLength(0);
    fault.remove();
    await desk.until('it greets', () => cards().length > 0);
    await desk.teams.install(inChannel());
    await desk.clock.advance(120_000);
    expect(cards()).toHaveLength(1);
  });

  it('greets in a personal chat too', async () => {
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    await desk.teams.install({ by: desk.megan, in: chat });
    expect(desk.teams.cards(chat.id)).toHaveLength(1);
  });

  it('greets again after it was removed, and does not go on watching', async () => {
    await desk.teams.install(inChannel());
    await desk.teams.say(inChannel(), 'watch');
    await desk.teams.uninstall(inChannel());
    desk.sandbox.world.referrals.arrive({});
    await desk.clock.advance(10_000);
    expect(referralCards()).toHaveLength(0);
    await desk.teams.install(inChannel());
    expect(cards().filter((card) => JSON.stringify(card.card).includes('watch.start'))).toHaveLength(2);
  });
});
