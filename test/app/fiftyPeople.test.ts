import { startDesk, type TestDesk } from '../support/desk';
import { eventually } from '../support/eventually';
import type { Place, TeamsUser } from '../support/fakeTeams';

/** Partner Center shows everybody customers of their own: each name says who may see it. */
const everybodysOwn: typeof fetch = (input, init) => {
  const url = new Request(input).url;
  const who = /^Bearer sandbox\.partner-center\.(.+)$/.exec(new Headers(init?.headers).get('authorization') ?? '')?.[1];
  if (!who || !url.includes('/v1/customers')) return fetch(input, init);
  const customer = (n: number) => ({
    id: `0c4bd6fa-0000-4000-8000-${String(n).padStart(12, '0')}`,
    companyProfile: { companyName: `Contoso ${n} seen by ${who}`, domain: `contoso${n}.example` },
  });
  const one = /\/customers\/[\da-f-]+$/.test(url);
  return Promise.resolve(
    Response.json(one ? customer(1) : { totalCount: 12, items: [...Array(12).keys()].map(customer) }),
  );
};

let desk: TestDesk;
let people: { person: TeamsUser; chat: Place; heard: string[] }[];
beforeAll(async () => {
  desk = await startDesk({ fetch: everybodysOwn });
  people = Array.from({ length: 50 }, (_, n) => {
    const person = desk.teams.places.addPerson(`Person ${n}`, {
      aadObjectId: `00000000-0000-4000-9000-${1000 + n}00000000`,
    });
    return { person, chat: desk.teams.places.addPersonalChat(person), heard: [] };
  });
});
afterAll(() => desk.close());

/** Everything that somebody was shown or answered. */
const seenBy = ({ chat, heard }: (typeof people)[0]) =>
  [
    ...heard,
    ...desk.teams.requests.filter(({ path }) => path.includes(chat.id)).map(({ body }) => JSON.stringify(body)),
  ].join();

test('of fifty people at once nobody is shown what was read for another, in lists, searches, pages and follow-ups', async () => {
  const asked = ['customers', 'customers starting with con', 'customer contoso', 'and the customers?'];
  for (const [round, text] of asked.entries()) {
    await Promise.all(people.map(({ person, chat }) => desk.teams.say({ by: person, in: chat }, text)));
    await desk.clock.advance(2_500);
    await Promise.all(
      people.map(async ({ person, chat, heard }) => {
        const where = { by: person, in: chat };
        heard.push(JSON.stringify(await desk.teams.search(where, 'searchCustomers', 'con'.slice(0, round + 1))));
        const data = { verb: 'list.page', list: 'customers', page: 1 };
        heard.push(JSON.stringify(await desk.teams.press(where, '1', 'list.page', {}, data)));
      }),
    );
    await desk.clock.advance(2_500);
  }
  await eventually('answers for everybody', () => people.every((one) => seenBy(one).includes('seen by')));
  for (const one of people) {
    const names = new Set([...seenBy(one).matchAll(/seen by ([\da-f-]+)/g)].map(([, who]) => who));
    expect(names).toEqual(new Set([one.person.aadObjectId]));
  }
});
