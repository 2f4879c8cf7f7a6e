import { startDesk, type TestDesk } from '../support/desk';
import type { BotAnswer, Place, TeamsUser } from '../support/fakeTeams';
import { shownTexts } from './support/shownTexts';

let desk: TestDesk;

afterEach(() => desk.close());

const start = async (env: Record<string, string> = {}) => {
  desk = await startDesk({ env });
};
const here = (by: TeamsUser = desk.megan, place: Place = desk.channel) => ({ by, in: place });
const cards = (place = desk.channel) => desk.teams.cards(place.id);
const posted = (place = desk.channel) =>
  cards(place)
    .filter(({ card }) => JSON.stringify(card).includes('referral.refresh'))
    .map(({ summary }) => /Only|Also|Later|Not|Big|Small|Mine/.exec(summary ?? '')?.[0]);

/** Says it a second after the last, as Teams' limits demand, and gives what the answer shows. */
async function say(text: string, where = here()): Promise<string> {
  const before = desk.teams.posts.all.length;
  await desk.clock.advance(1_000);
  await desk.teams.say(where, text);
  const answer = desk.teams.posts.all.slice(before).at(-1)?.versions.at(-1);
  return JSON.stringify(answer);
}

interface Press {
  data?: Record<string, unknown>;
  inputs?: Record<string, string>;
  by?: TeamsUser;
  place?: Place;
}

const dataOf = (node: unknown, verb: string): Record<string, unknown>[] => {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'verb' in node && node.verb === verb && 'data' in node ? [node.data as Record<string, unknown>] : [];
  return [...own, ...Object.values(node).flatMap((part) => dataOf(part, verb))];
};
/** Presses a button of the newest card of `watches`, or one with this data. */
function press(verb: string, { data, inputs = {}, by = desk.megan, place = desk.channel }: Press = {}) {
  const newest = cards(place).at(-1);
  const own = data ?? dataOf(newest?.card, verb)[0] ?? {};
  return desk.teams.press(here(by, place), newest?.activityId ?? '', verb, inputs, own);
}
const shown = (answer: BotAnswer) => shownTexts(answer.body?.value);
const sentence = (answer: BotAnswer) => String(answer.body?.value);
const watchIds = (answer: BotAnswer) => dataOf(answer.body?.value, 'watch.show').map(({ watchId }) => watchId);

const arrive = (name: string, facts: Record<string, unknown> = {}, country = 'US') =>
  desk.sandbox.world.referrals.arrive({
    customerProfile: { name, address: { country } },
    type: 'Independent',
    qualification: 'Direct',
    ...facts,
  })[0]?.id ?? '';
const worth = (dealValue: number, currency = 'USD') => ({ details: { dealValue, currency } });

describe('watching with conditions', () => {
  beforeEach(() => start());

  it('posts only what fits, and what fits several watches once', async () => {
    expect(await say('watch co-sell in US and Canada over 50k USD')).toMatch(
      /Co-sell · Canada or United States · \$50,000 or more/,
    );
    expect(await say('watch referrals over 100k')).toContain('100,000 or more');
    arrive('Not shared', worth(60_000));
    arrive('Not ours', { type: 'Shared', ...worth(60_000, 'EUR') });
    arrive('Not there', { type: 'Shared', ...worth(60_000) }, 'DE');
    arrive('Only one', { type: 'Shared', ...worth(60_000) }, 'CA');
    arrive('Also both', { type: 'Shared', ...worth(200_000) });
    await desk.until('both are posted', () => posted().length >= 2);
    await desk.clock.advance(10_000);
    expect(posted()).toEqual(['Only', 'Also']);
  });

  it('is one watch however often and in whatever order the same is said', async () => {
    await say('watch leads from Germany and France');
    expect(await say('watch leads from France, Germany')).toContain('Already watching');
    expect(await say('watches')).toContain('Germany or France');
  });

  it('posts a referral that begins to fit while it waits for an answer', async () => {
    await say('watch referrals over 50k');
    await desk.clock.advance(2_000);
    const id = arrive('Later', worth(10));
    await desk.clock.advance(5_000);
    expect(posted()).toEqual([]);
    desk.sandbox.world.referrals.changeInPortal(id, { details: { dealValue: 60_000, currency: 'USD' } });
    await desk.until('it is posted', () => posted().length === 1);
  });

  it('counts and posts only those older ones that fit', async () => {
    arrive('Big', worth(90_000));
    arrive('Small', worth(10));
    expect(await say('watch referrals over 50k')).toContain('One older referral');
    expect(sentence(await press('watch.backlog'))).toMatch(/^1 older referral is/);
    await desk.until('it is posted', () => posted().length === 1);
    expect(posted()).toEqual(['Big']);
  });

  it('sends a person their own', async () => {
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    const { email } = desk.megan;
    await say('watch only mine', here(desk.megan, chat));
    arrive('Not mine', { team: [] });
    arrive('Mine', { team: [{ firstName: 'Megan', lastName: 'Bowen', email }] });
    await desk.until('it is posted', () => posted(chat).length === 1);
    await desk.clock.advance(5_000);
    expect(posted(chat)).toEqual(['Mine']);
  });

  it.each([
    ['watch incoming pipeline deals', /Pipeline deals are your own/],
    ['watch outgoing leads', /Leads only come in/],
    ['watch marketplace leads', /not in Partner Center’s referrals API/],
    ['watch deals between 50k and 10k', /least deal value is above the greatest/],
  ])('"%s" is answered with why not, and starts nothing', async (text, why) => {
    expect(await say(text)).toMatch(why);
    expect(await say('watches')).toContain('Nothing is being watched here');
  });

  it('as many watches as can be told apart, and a sentence for one more', async () => {
    for (let n = 1; n <= 15; n++) await say(`watch referrals over ${n}k`);
    expect(await say('watch referrals over 16k')).toContain('15 watches here already');
    expect(await say('watch referrals over 3k')).toContain('Already watching');
  });
});

describe('the form', () => {
  beforeEach(() => start());

  it('narrows the watch that was just begun', async () => {
    await say('watch');
    const form = await press('watch.form');
    expect(shown(form)).toContain('What comes here');
    const [edit] = dataOf(form.body?.value, 'watch.edit');
    const inputs = { kinds: 'coSell', countries: 'us, Germany and canada', products: 'azure', min: '50,000', max: '' };
    const saved = await press('watch.edit', {
      data: edit ?? {},
      inputs: { ...inputs, currency: 'eur', mine: 'false' },
    });
    expect(shown(saved)).toEqual(
      expect.arrayContaining(['Co-sell', 'Canada, Germany or United States', 'Azure', '€50,000 or more']),
    );
    arrive('Not shared');
    await desk.clock.advance(5_000);
    expect(posted()).toEqual([]);
  });

  it('starts another watch', async () => {
    await say('watches');
    const form = await press('watch.form');
    expect(dataOf(form.body?.value, 'watch.start')).toHaveLength(1);
    const started = await press('watch.start', { data: {}, inputs: { kinds: 'lead,qualifiedLead', customer: 'Big' } });
    expect(shown(started)).toContain('Leads or qualified leads · customer “big”');
    arrive('Not this');
    arrive('Big Mill');
    await desk.until('it is posted', () => posted().length === 1);
    expect(posted()).toEqual(['Big']);
  });

  it.each([
    [{ countries: 'US, Atlantis' }, /Countries of the customer has something that is no country.*“Atlantis”/],
    [{ products: 'abacus' }, /Product is not one of the choices/],
    [{ min: 'lots' }, /Deal value of at least is not an amount/],
    [{ min: '10', max: '5' }, /least deal value is above/],
    [{ teamMember: 'megan' }, /E-mail of somebody on the team is not an address/],
    [{ mine: 'true', teamMember: 'somebody@else.example' }, /either your own/],
  ])('says what is wrong with %j and starts nothing', async (inputs, problem) => {
    await say('watches');
    expect(sentence(await press('watch.start', { data: {}, inputs }))).toMatch(problem);
    expect(await say('watches')).toContain('Nothing is being watched here');
  });
});

describe('what is watched', () => {
  beforeEach(() => start());

  it('lists every watch in words with its owner, and opens one', async () => {
    await say('watch leads from Germany');
    await say('watch Azure over 50k EUR', here(desk.isaiah));
    const list = await say('watches');
    expect(list).toContain('Leads · Germany');
    expect(list).toContain('by Isaiah Langer');
    const [, second] = dataOf(JSON.parse(list), 'watch.show');
    const one = shown(await press('watch.show', { data: second ?? {} }));
    expect(one).toEqual(
      expect.arrayContaining(['Azure', '€50,000 or more', 'EUR only: other currencies do not match']),
    );
  });

  it('pauses until a day, which nothing is posted before, and goes on', async () => {
    await say('watch');
    await say('watches');
    const until = new Date(desk.clock.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    expect(sentence(await press('watch.pause', { inputs: { pauseUntil: '' } }))).toContain('Choose the day');
    expect(sentence(await press('watch.pause', { inputs: { pauseUntil: '2026-01-01' } }))).toContain(
      'tomorrow or later',
    );
    const paused = await press('watch.pause', { inputs: { pauseUntil: until } });
    expect(shown(paused)).toContain('What arrives until then is not posted.');
    arrive('Not now');
    await desk.clock.advance(5_000);
    expect(posted()).toEqual([]);
    expect(shown(await press('watch.resume', { data: dataOf(paused.body?.value, 'watch.resume')[0] ?? {} }))).toContain(
      'It goes on.',
    );
    arrive('Only now');
    await desk.until('it is posted', () => posted().length === 1);
    expect(posted()).toEqual(['Only']);
  });

  it('tests against the last ones with the own token, and says why not', async () => {
    for (let n = 0; n < 70; n++) arrive(n % 10 ? `Small ${n}` : `Big ${n}`, worth(n % 10 ? 10 : 90_000));
    arrive('Elsewhere', worth(90_000), 'SE');
    await say('watch referrals in US over 50k USD');
    await say('watches');
    const first = await press('watch.test');
    expect(shown(first)[0]).toBe('Would have matched 5 of the last 60');
    expect(shown(first)).toContain('Country: Sweden');
    expect(shown(first)).toContain('Deal value: $10');
    const [next] = dataOf(first.body?.value, 'watch.test');
    expect(shown(await press('watch.test', { data: next ?? {} })).length).toBeGreaterThan(10);
    expect(sentence(await press('watch.test', { by: desk.diego }))).toMatch(/role/);
  });

  it('removes one, and the others go on', async () => {
    await say('watch leads');
    await say('watch co-sell');
    const list = JSON.parse(await say('watches')) as object;
    const [leads] = dataOf(list, 'watch.show');
    const left = shown(await press('watch.remove', { data: leads ?? {} }));
    expect(left).toContain('Co-sell');
    expect(sentence(await press('watch.show', { data: leads ?? {} }))).toContain('has ended');
    arrive('Also shared', { type: 'Shared' });
    arrive('Not shared');
    await desk.until('it is posted', () => posted().length === 1);
    expect(posted()).toEqual(['Also']);
  });

  it('refuses conditions that another watch here has', async () => {
    await say('watch leads');
    await say('watch co-sell');
    const list = JSON.parse(await say('watches')) as object;
    const [leads] = dataOf(list, 'watch.show');
    const answer = await press('watch.edit', { data: leads ?? {}, inputs: { kinds: 'coSell' } });
    expect(sentence(answer)).toContain('Another watch here has these conditions');
    expect(watchIds(await press('watch.list', { data: {} }))).toHaveLength(2);
  });
});

describe('whose watch it is', () => {
  it('only its owner and administrators change it, and `unwatch` ends what one may end', async () => {
    await start({ ADMIN_IDS: 'aaaaaaaa-0000-4000-8000-000000000001' });
    await say('watch leads');
    await say('watch co-sell', here(desk.isaiah));
    const list = JSON.parse(await say('watches')) as object;
    const [leads] = dataOf(list, 'watch.show');
    for (const verb of ['watch.form', 'watch.edit', 'watch.resume', 'watch.remove']) {
      const answer = await press(verb, { data: leads ?? {}, by: desk.isaiah });
      expect([verb, sentence(answer)]).toEqual([verb, expect.stringMatching(/That watch is Megan Bowen’s.*PD-/)]);
    }
    expect(await say('unwatch', here(desk.alex))).toContain('Nothing was stopped');
    expect(await say('unwatch', here(desk.isaiah))).toContain('One watch stays');
    expect(await say('watches')).toContain('Leads');
    expect(await say('unwatch')).toContain('Stopped');
    expect(await say('watches')).toContain('Nothing is being watched here');
  });

  it('an administrator changes everybody’s', async () => {
    await start();
    await say('watch leads');
    await say('watches');
    expect(shown(await press('watch.remove', { by: desk.isaiah }))).toContain('Watches here');
    expect(await say('watches')).toContain('Nothing is being watched here');
  });
});

/** It is ten in the morning in Stockholm, where everybody is. */
const quiet = { quietFrom: '09:00', quietUntil: '11:30' };
const ends = Date.parse('2026-11-21T10:30:00Z');
const expiring = (iso: string) => ({ expirationDateTime: iso });
const reminders = () => cards().filter(({ summary }) => summary?.includes('Nobody has answered yet'));

describe('quiet hours', () => {
  beforeEach(() => start());

  it('keep new cards until they are over, but not what expires before that', async () => {
    await say('watch');
    expect(await say('quiet hours')).toContain('There are none here');
    const set = await press('quiet.set', { data: {}, inputs: quiet });
    expect(shown(set)).toContain('From 09:00 to 11:30, set by Megan Bowen.');
    arrive('Later', expiring('2026-12-05T10:00:00Z'));
    arrive('Also now', expiring('2026-11-21T10:15:00Z'));
    await desk.until('the urgent one is posted', () => posted().length === 1);
    await desk.clock.jump(ends - desk.clock.now() - 10_000);
    await desk.clock.advance(5_000);
    expect(posted()).toEqual(['Also']);
    await desk.until('the other is posted', () => posted().length === 2);
    expect(desk.clock.now()).toBeGreaterThanOrEqual(ends);
  });

  it('keep reminders until they are over', async () => {
    await say('watch');
    arrive('Only one', expiring('2026-12-05T10:00:00Z'));
    await desk.until('it is posted', () => posted().length === 1);
    await say('quiet hours');
    await press('quiet.set', { data: {}, inputs: quiet });
    // The first reminder is due a day after the card, within the quiet hours of that day.
    await desk.clock.jump(ends + 86_400_000 - desk.clock.now() - 10_000);
    await desk.clock.advance(5_000);
    expect(reminders()).toEqual([]);
    await desk.until('it is reminded of', () => reminders().length === 1);
    expect(desk.clock.now()).toBeGreaterThanOrEqual(ends + 86_400_000);
  });

  it('keep nothing more once they are cleared', async () => {
    await say('watch');
    await say('quiet hours');
    const set = await press('quiet.set', { data: {}, inputs: quiet });
    expect(dataOf(set.body?.value, 'quiet.clear')).not.toEqual([]);
    expect(shown(await press('quiet.clear', { data: {} }))).toContain('There are none here.');
    arrive('Only now');
    await desk.until('it is posted', () => posted().length === 1);
  });

  it('give what waits when they are cleared, and keep it as long as they last when they are changed', async () => {
    await say('watch');
    await say('quiet hours');
    await press('quiet.set', { data: {}, inputs: quiet });
    arrive('Only later', expiring('2026-12-05T10:00:00Z'));
    await desk.clock.advance(5_000);
    await press('quiet.set', { data: {}, inputs: { quietFrom: '09:00', quietUntil: '12:00' } });
    await desk.clock.jump(ends + 60_000 - desk.clock.now());
    await desk.clock.advance(5_000);
    expect(posted()).toEqual([]);
    expect(shown(await press('quiet.clear', { data: {} })).join()).toContain('comes now');
    await desk.until('it is posted', () => posted().length === 1);
    expect(desk.clock.now()).toBeLessThan(ends + 75_000);
  });

  it('go with the watch that wanted what waits', async () => {
    await say('watch leads');
    await say('watch co-sell');
    const list = JSON.parse(await say('watches')) as object;
    await say('quiet hours');
    await press('quiet.set', { data: {}, inputs: quiet });
    arrive('Not wanted');
    arrive('Also shared', { type: 'Shared' });
    await desk.clock.advance(5_000);
    await press('watch.remove', { data: dataOf(list, 'watch.show')[0] ?? {} });
    await desk.clock.jump(ends - desk.clock.now());
    await desk.until('it is posted', () => posted().length === 1);
    await desk.clock.advance(10_000);
    expect(posted()).toEqual(['Also']);
  });

  it.each([
    [{ quietFrom: '', quietUntil: '07:00' }, /Choose the time/],
    [{ quietFrom: '07:00', quietUntil: '07:00' }, /same time/],
    [{ quietFrom: '25:00', quietUntil: '07:00' }, /From is not a time/],
  ])('are not set to %j', async (inputs, problem) => {
    await say('quiet hours');
    expect(sentence(await press('quiet.set', { data: {}, inputs }))).toMatch(problem);
    expect(await say('quiet hours')).toContain('There are none here');
  });
});
