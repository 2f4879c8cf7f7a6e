import { eventually } from '../support/eventually';
import { type OneDrive, startOneDrive } from '../support/oneDrive';
import { startSignInDesk, type SignInDesk } from '../support/signInDesk';

let world: SignInDesk;
let drive: OneDrive;

beforeAll(async () => {
  world = await startSignInDesk();
  drive = await startOneDrive(world.desk.teams);
});
afterAll(async () => {
  await world.close();
  await drive.close();
});

test('a file whose sign-in has run out asks for one, and is offered anew', async () => {
  const { desk } = world;
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  await desk.teams.say({ by: desk.megan, in: chat }, 'export referrals');
  await world.exchange(desk.megan, chat);
  const first = await eventually('an offer', () => drive.offers(chat)[0]);
  await desk.clock.jump(3 * 3_600_000);

  const cards = world.offers(chat).length;
  await drive.accept(desk.megan, chat, first, 'https://contoso-my.sharepoint.example/up');
  await eventually('a sign-in card', () => world.offers(chat).length > cards);
  const again = await eventually('a new offer', () => drive.offers(chat)[0]);
  expect(again.activityId).not.toBe(first.activityId);
  expect(desk.teams.posts.texts(chat.id).join()).toContain('Partner Center wants you to sign in again');
  expect(drive.requests).toEqual([]);
});
