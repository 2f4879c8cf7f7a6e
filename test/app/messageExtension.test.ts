import type { BotAnswer } from '../support/fakeTeams';
import { startDesk, type TestDesk } from '../support/desk';
import { lintCard } from '../support/lintCard';
import type { AdaptiveCard } from '../../src/cards/message';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded', env: { POLL_INTERVAL_SECONDS: '3600' } });
});
afterAll(() => desk.close());
afterEach(async () => {
  desk.sandbox.world.faults.clear();
  // The referrals that a person has read are forgotten.
  await desk.clock.advance(61_000);
});

/** The compose box of a chat that the bot is not part of. */
const compose = (by = desk.megan) => ({ by, in: desk.teams.places.addGroupChat('Lunch') });

async function search(id: string | undefined, query?: string, page = {}, by = desk.megan) {
  let answer: BotAnswer | undefined;
  void desk.teams.search(compose(by), id, query, page).then((given) => (answer = given));
  const { status, body } = await desk.until('it is answered', () => answer);
  expect(status).toBe(200);
  const { type, text, attachments = [] } = body?.composeExtension ?? {};
  return { type, text, hits: attachments };
}

const titles = ({ hits }: Awaited<ReturnType<typeof search>>) => hits.map(({ preview }) => preview.content['title']);
const calls = () => desk.sandbox.world.requests().filter(({ who }) => who === desk.megan.aadObjectId).length;
const named = (name: string, facts = {}) => {
  const [referral] = desk.sandbox.world.referrals.arrive({ name: 'A deal', customerProfile: { name }, ...facts });
  if (!referral) throw new Error('No referral arrived');
  return referral;
};

describe('searching for referrals', () => {
  it('gives lines to choose from, and the card that chat shows, small enough and marked as inserted', async () => {
    const { id } = named('Tailspin Toys');
    const { type, hits } = await search('searchReferrals', 'tailspin toys');
    expect(type).toBe('result');
    expect(hits[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: 'Tailspin Toys', subtitle: expect.stringMatching(/day/) },
      },
    });
    const card = hits[0]?.content as AdaptiveCard;
    expect(lintCard({ card, summary: 'x' })).toEqual([]);
    expect(JSON.stringify(card)).toContain(`"verb":"referral.accept","referralId":"${id}","inserted":true`);
  });

  it('is what a search without a command means, as the playground of Teams sends it', async () => {
    named('Wide World Importers');
    expect(titles(await search(undefined, 'wide world'))).toEqual(['Wide World Importers']);
  });

  it('begins with the most urgent before anything is typed, and pages', async () => {
    const name = 'Most urgent of all';
    named(name, { expirationDateTime: new Date(desk.clock.now() + 60_000).toISOString() });
    const first = await search('searchReferrals', undefined, { count: 3 });
    expect(titles(first)[0]).toBe(name);
    const all = [...titles(first), ...titles(await search('searchReferrals', '', { skip: 3, count: 3 }))];
    expect(new Set(all).size).toBeGreaterThan(4);
    expect(titles(await search('searchReferrals', '', { count: 500 }))).toHaveLength(25);
    expect(await search('searchReferrals', '', { skip: 100_000 })).toMatchObject({ type: 'result', hits: [] });
  });

  it('reads once while somebody types, and for each person with the own token', async () => {
    named('Northwind Typing', { team: [] });
    await search('searchReferrals', 'n');
    const before = calls();
    expect(titles(await search('searchReferrals', 'northwind ty'))).toEqual(['Northwind Typing']);
    expect(calls()).toBe(before);
    expect((await search('searchReferrals', 'northwind ty', {}, desk.alex)).text).toMatch(/No referral has/);
    expect((await search('searchReferrals', 'northwind ty', {}, desk.diego)).text).toMatch(/role.*PD-/);
  });

  it('forgives a slip, finds an id, and says what it looked for where there is nothing', async () => {
    const { id } = named('Zirconia Works');
    expect(titles(await search('searchReferrals', 'zirkonia'))).toEqual(['Zirconia Works']);
    expect(titles(await search('searchReferrals', id))).toEqual(['Zirconia Works']);
    expect(await search('searchReferrals', '<b>qqqqqqq')).toMatchObject({
      type: 'message',
      text: expect.stringContaining('qqqqqqq'),
    });
  });

  it('shows no markup of a customer in its line', async () => {
    named('<img src=x>Zebra &lt;b&gt; & Co');
    const [hit] = (await search('searchReferrals', 'zebra')).hits;
    expect(hit?.preview.content['title']).toBe('‹img src=x›Zebra ＆lt;b＆gt; & Co');
  });
});

describe('searching for customers', () => {
  it('asks for a beginning first', async () => {
    expect(await search('searchCustomers')).toMatchObject({ type: 'message', text: expect.stringMatching(/Type/) });
  });

  it('gives those that begin so, with their buttons', async () => {
    const found = await search('searchCustomers', 'contoso');
    expect(titles(found)).toContain('Contoso Ltd.');
    expect(found.hits[0]?.preview.content['subtitle']).toContain('.');
    const words = JSON.stringify(found.hits[0]?.content);
    for (const next of ['subscriptions', 'orders', 'referrals']) expect(words).toContain(`"next":"${next}"`);
    expect(words).toContain('customer.show');
  });

  it('pages through more than chat lets choose from', async () => {
    const first = titles(await search('searchCustomers', 'c', { count: 5 }));
    const second = titles(await search('searchCustomers', 'c', { skip: 5, count: 5 }));
    expect(new Set([...first, ...second]).size).toBe(10);
  });

  it('reads the only one whole, forgives a slip, and costs at most three searches', async () => {
    const { hits } = await search('searchCustomers', 'Contoso Deutschland GmbH');
    expect(JSON.stringify(hits[0]?.content)).toContain('Address');
    const before = calls();
    expect(titles(await search('searchCustomers', 'contosso'))).toContain('Contoso Ltd.');
    expect(calls() - before).toBeLessThanOrEqual(3);
    expect((await search('searchCustomers', 'xyzzyq')).text).toMatch(/xyzzyq/);
  });
});

const where = () => ({ by: desk.isaiah, in: desk.teams.places.addGroupChat('Elsewhere') });
const edits = () => desk.teams.requests.filter(({ method }) => method === 'PUT').length;

describe('an inserted card', () => {
  it('acts as the person who presses, and is answered with a card that is inserted too, and never edited', async () => {
    const { id } = named('Litware Pressed');
    const data = { verb: 'referral.accept', referralId: id, inserted: true };
    const before = edits();
    const answer = await desk.teams.press(where(), '1795254439991', 'referral.accept', {}, data);
    expect(JSON.stringify(answer.body?.value)).toContain('Accepted by Isaiah Langer');
    expect(JSON.stringify(answer.body?.value)).toContain('"inserted":true');
    expect(desk.sandbox.world.history(id).at(-1)).toMatchObject({ by: 'Isaiah Langer' });
    await desk.clock.advance(120_000);
    expect(edits()).toBe(before);
  });

  it('shows a customer only to whom Partner Center shows it', async () => {
    const [hit] = (await search('searchCustomers', 'contoso')).hits;
    const data = /\{"verb":"customer.show","customerId":"[^"]*","inserted":true\}/.exec(
      JSON.stringify(hit?.content),
    )?.[0];
    const press = (by = desk.megan) =>
      desk.teams.press(
        { ...where(), by },
        '1795254439992',
        'customer.show',
        {},
        JSON.parse(data ?? '') as object as never,
      );
    expect(JSON.stringify((await press()).body?.value)).toContain('Address');
    expect(String((await press(desk.diego)).body?.value)).toMatch(/role.*PD-/);
  });
});

describe('when Partner Center does not play along', () => {
  it.each([401, 403, 404, 429, 500])('%i becomes a sentence with a reference', async (status) => {
    desk.sandbox.world.faults.add({ path: '.*', status });
    for (const id of ['searchReferrals', 'searchCustomers']) {
      expect(await search(id, 'con')).toMatchObject({ type: 'message', text: expect.stringMatching(/\. .*PD-/) });
    }
  });

  it.each(['<html>secret</html>', '{"items":[{"secret":'])('%s too', async (body) => {
    desk.sandbox.world.faults.add({ path: '.*', status: 200, body });
    for (const id of ['searchReferrals', 'searchCustomers']) {
      expect((await search(id, 'con')).text).toMatch(/^[^<{]*PD-/);
    }
  });

  it('slow: says so before Teams gives up after 5 s, and has the answer when it is asked again', async () => {
    named('Slowly found');
    desk.sandbox.world.faults.add({ path: '/engagements/referrals', times: 1, delayMs: 400 });
    const started = desk.clock.now();
    expect((await search('searchReferrals', 'slowly')).text).toMatch(/slow/);
    expect(desk.clock.now() - started).toBeLessThan(5_000);
    const lists = () => desk.sandbox.world.requests().filter(({ path }) => /referrals\?\$orderby/.test(path)).length;
    const before = lists();
    const again = await desk.teams.search(compose(), 'searchReferrals', 'slowly');
    expect(again.body?.composeExtension?.attachments?.map(({ preview }) => preview.content['title'])).toEqual([
      'Slowly found',
    ]);
    expect(lists()).toBe(before);
  });
});

describe('the compose box', () => {
  it('of a person without an Entra object id, and of a command that is gone, gets a sentence', async () => {
    const nameless = { ...desk.megan, aadObjectId: '' };
    expect((await search('searchReferrals', 'x', {}, nameless)).text).toMatch(/who you are/);
    expect((await search('searchWeather', 'x')).text).toMatch(/not known.*PD-/);
  });
});
