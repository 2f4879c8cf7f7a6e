import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eventually } from '../support/eventually';
import { startSignInDesk, type SignInDesk } from '../support/signInDesk';

let world: SignInDesk;
beforeAll(async () => {
  world = await startSignInDesk({ env: { LOG_LEVEL: 'trace' } });
});
afterAll(() => world.close());

test('no token and no secret of a sign-in is in the database, in the log, in an answer or on a page', async () => {
  const { desk, entra, app } = world;
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  const say = async (text: string) => {
    await desk.clock.advance(2_500);
    return desk.teams.say({ by: desk.megan, in: chat }, text);
  };
  const heard: unknown[] = [];
  const secrets: string[] = [world.secret, 'a-secret-of-the-bot'];

  // Every way in, and what goes wrong with it.
  await say('sign in');
  const stolen = await world.sso(entra.people.alex);
  const silent = await world.sso(entra.people.megan);
  secrets.push(stolen, silent);
  heard.push(await world.exchange(desk.megan, chat, { token: stolen }));
  entra.state.policies.withdrawConsent(app, 'https://api.partner.microsoft.com');
  await say('referrals');
  heard.push(await world.exchange(desk.megan, chat, { token: silent }));
  const link = world.offers(chat).at(-1)?.buttons[0]?.value ?? '';
  const page = await world.browse(link, entra.people.megan);
  heard.push(
    page.html.replace(page.code, ''),
    await world.invoke(desk.megan, chat, 'signin/verifyState', { state: page.code }),
  );
  await eventually('the answers', () => desk.teams.cards(chat.id).length > 0);
  const fault = entra.state.faults.add({ grant: 'on_behalf_of', code: 7000215 });
  await say('customers');
  fault.end();
  const action = { type: 'Action.Execute', verb: 'referral.refresh', data: { referralId: 'x' } };
  heard.push(
    await world.invoke(desk.megan, chat, 'adaptiveCard/action', { action, authentication: { token: silent } }),
  );
  heard.push(
    await world.invoke(desk.megan, chat, 'composeExtension/query', {
      commandId: 'searchCustomers',
      authentication: { token: stolen },
    }),
  );
  await say('sign out');

  // What came of it: tokens for Partner Center, in parts, because any part would do.
  secrets.push(...entra.state.issued);
  expect(entra.state.issued.length).toBeGreaterThan(3);
  const folder = dirname(desk.databaseUrl.replace('sqlite:', ''));
  await desk.app.stop();
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
  const places = {
    files: files.join(),
    log: JSON.stringify(desk.logged),
    heard: JSON.stringify(heard),
    sent: JSON.stringify(desk.teams.requests),
  };
  expect(files.join().length).toBeGreaterThan(10_000);
  expect(desk.logged.length).toBeGreaterThan(10);
  const found = Object.entries(places).flatMap(([place, text]) =>
    secrets.filter((secret) => text.includes(secret) || text.includes(secret.slice(-43))).map(() => place),
  );
  await desk.start();
  expect(found).toEqual([]);
});
