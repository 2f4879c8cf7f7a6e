import { startDesk, type TestDesk } from '../support/desk';
import { startSignInDesk } from '../support/signInDesk';

/** So long may it take, in ms, what an expression without bounds takes minutes for. */
const patienceMs = 5_000;
const long = (part: string, length: number) => `${part.repeat(length / part.length)}x`;

describe('on a card', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ env: { LOG_LEVEL: 'error' } });
  });
  afterAll(() => desk.close());

  it.each([' ', '"', '/', '1,', '<a ', '&a', '\n ', '🇳🇴', 'e\u0301'])(
    'a name of nothing but %j holds nobody up',
    async (part) => {
      const chat = desk.teams.places.addPersonalChat(desk.megan);
      const began = performance.now();
      const data = { verb: 'customer.choose', customerId: '1', customerName: long(part, 150_000), next: 'orders' };
      const answer = await desk.teams.press({ by: desk.megan, in: chat }, '1', 'customer.choose', {}, data);
      expect(answer.status).toBe(200);
      expect(performance.now() - began).toBeLessThan(patienceMs);
    },
  );
});

it('a typed text of nothing but the beginnings of mentions holds nobody up', async () => {
  const world = await startSignInDesk();
  const { desk } = world;
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  const began = performance.now();
  await desk.teams.say({ by: desk.megan, in: chat }, long('<at ', 400_000));
  expect(performance.now() - began).toBeLessThan(patienceMs);
  await world.close();
});
