import { startDesk, type TestDesk } from '../support/desk';

let desk: TestDesk;

beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const inChannel = () => ({ by: desk.megan, in: desk.channel });
const referralCards = () =>
  desk.teams.cards(desk.channel.id).filter((card) => JSON.stringify(card.card).includes('referral.refresh'));

/** What the button for the older referrals answers. */
async function backlog(where: Parameters<typeof desk.teams.say>[0]): Promise<unknown> {
  const card = desk.teams.cards(where.in.id).find((c) => JSON.stringify(c.card).includes('watch.backlog'));
  return (await desk.teams.press(where, card?.activityId ?? 'none', 'watch.backlog', {}, {})).body?.value;
}
const onAlexsTeam = { team: [{ firstName: 'Alex', lastName: 'Wilber', email: 'alexw@contoso-partner.example' }] };

describe('the older referrals', () => {
  it('are posted once and counted once, however often the button is pressed', async () => {
    desk.sandbox.world.referrals.arrive({}, 3);
    await desk.teams.say(inChannel(), 'watch');
    const answers = await Promise.all([backlog(inChannel()), backlog(inChannel())]);
    expect(answers.filter((answer) => String(answer).startsWith('3 older referrals'))).toHaveLength(1);
    expect(answers.filter((answer) => String(answer).startsWith('Every open referral'))).toHaveLength(1);
    await desk.until('they are posted', () => referralCards().length === 3);
    expect(await backlog(inChannel())).toMatch(/^Every open referral that you may see is here/);
    await desk.clock.advance(10_000);
    expect(referralCards()).toHaveLength(3);
  });

  it('come after a removal too, those that were on their way included', async () => {
    await desk.teams.say(inChannel(), 'watch');
    const teamsIsDown = desk.teams.fault({ method: 'POST', status: 502 });
    desk.sandbox.world.referrals.arrive({}, 2);
    await desk.until('one was tried', () => desk.teams.requests.some(({ status }) => status === 502));
    await desk.teams.uninstall(inChannel());
    teamsIsDown.remove();
    await desk.teams.install(inChannel());
    await desk.teams.say(inChannel(), 'watch');
    expect(await backlog(inChannel())).toMatch(/^2 older referrals are being posted/);
    await desk.until('they are posted', () => referralCards().length === 2);
  });

  it('are not promised where nothing is watched', async () => {
    desk.sandbox.world.referrals.arrive({});
    await desk.teams.say(inChannel(), 'watch');
    await desk.teams.say(inChannel(), 'unwatch');
    expect(await backlog(inChannel())).toMatch(/Nothing is being watched here.*\*\*watch\*\*/);
    await desk.clock.advance(10_000);
    expect(referralCards()).toHaveLength(0);
  });
});

const inChat = () => ({ by: desk.alex, in: desk.teams.places.addPersonalChat(desk.alex) });
const shownIn = (place: { id: string }) => JSON.stringify(desk.teams.cards(place.id));

async function notYetReadable(where: ReturnType<typeof inChat>): Promise<string> {
  await desk.teams.say(where, 'watch');
  const [arrived] = desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Late Ltd' }, team: [] });
  const asked = () =>
    desk.sandbox.world.requests().some((one) => JSON.stringify(one).includes(`/referrals/${arrived?.id}`));
  await desk.until('it was asked for', asked);
  await desk.clock.advance(1_000);
  return arrived?.id ?? '';
}

describe('a referral that a person may read only later', () => {
  it('is posted to them as soon as they are on its team', async () => {
    const where = inChat();
    desk.sandbox.world.referrals.changeInPortal(await notYetReadable(where), onAlexsTeam);
    await desk.until('it is posted', () => shownIn(where.in).includes('Late Ltd'));
    await desk.clock.advance(10_000);
    expect(desk.teams.cards(where.in.id).filter(({ summary }) => summary?.includes('Late Ltd'))).toHaveLength(1);
  });

  it('is posted to them when they ask for the older ones first', async () => {
    const where = inChat();
    const id = await notYetReadable(where);
    desk.sandbox.world.referrals.changeInPortal(id, onAlexsTeam);
    expect(await backlog(where)).toMatch(/^1 older referral is being posted/);
    await desk.until('it is posted', () => shownIn(where.in).includes('Late Ltd'));
    await desk.clock.advance(10_000);
    const cards = desk.teams.cards(where.in.id).filter(({ card }) => JSON.stringify(card).includes('Late Ltd'));
    expect(cards).toHaveLength(1);
  });

  it('is not updated as the service account sees it after they typed unwatch', async () => {
    const where = inChat();
    await desk.teams.say(where, 'watch');
    await desk.teams.say(inChannel(), 'watch');
    const [theirs] = desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Mine AB' }, ...onAlexsTeam });
    await desk.until('it is posted', () => shownIn(where.in).includes('Mine AB'));
    await desk.teams.say(where, 'unwatch');
    desk.sandbox.world.referrals.changeInPortal(theirs?.id ?? '', { customerProfile: { name: 'Secret AB' }, team: [] });
    await desk.until('the channel shows it', () => shownIn(desk.channel).includes('Secret AB'));
    await desk.clock.advance(10_000);
    expect(shownIn(where.in)).not.toContain('Secret AB');
  });
});
