import { MessagesDoor } from './support/messagesDoor';

let door: MessagesDoor;

beforeAll(async () => {
  door = await MessagesDoor.open();
});
afterAll(() => door.close());

const replayed = { status: 403, counted: ['replayed'], effects: 0 };

it('what was captured has no second effect, with its own token or another good one', async () => {
  const captured = { authorization: await door.bearer(), body: door.activity() };
  const first = await door.attack(captured);
  expect(first).toMatchObject({ status: 200, counted: [] });
  expect(first.effects).toBeGreaterThan(0);
  expect(await door.attack(captured)).toEqual(replayed);
  expect(await door.attack({ body: captured.body })).toEqual(replayed);
});

it('nor has it after the bot was started again', async () => {
  const body = door.activity();
  expect((await door.attack({ body })).status).toBe(200);
  const { desk } = door.secured;
  await desk.app.stop();
  await desk.start();
  expect(await door.attack({ body })).toEqual(replayed);
});

it('a day and more later it is forgotten, and so is its token', async () => {
  const captured = { authorization: await door.bearer(), body: door.activity() };
  expect((await door.attack(captured)).status).toBe(200);
  await door.secured.desk.clock.jump(27 * 3_600_000);
  expect(await door.attack(captured)).toMatchObject({ status: 401, effects: 0 });
  expect((await door.attack({ body: captured.body })).status).toBe(200);
});
