import { createHash } from 'node:crypto';
import { authFlowKeptMs, AuthFlows } from '../../src/identity/authFlow';
import { TestClock } from '../support/testClock';

const clock = new TestClock();
let flows: AuthFlows<string>;
beforeEach(() => {
  flows = new AuthFlows<string>(clock);
});

test('a flow is answered once', () => {
  const { state } = flows.begin('megan');
  expect(flows.find(state)?.subject).toBe('megan');
  expect(flows.take(state)?.subject).toBe('megan');
  expect([flows.take(state), flows.find(state)]).toEqual([undefined, undefined]);
});

test('a flow is known by its own state only, and each has its own secrets', () => {
  const [one, other] = [flows.begin('megan'), flows.begin('megan')];
  const all = [one, other].flatMap(({ state, nonce, verifier }) => [state, nonce, verifier]);
  expect(new Set(all).size).toBe(6);
  expect(flows.find('')).toBeUndefined();
  expect(flows.find(one.nonce)).toBeUndefined();
  expect(one.challenge).toBe(createHash('sha256').update(one.verifier).digest('base64url'));
});

test('a flow ends after ten minutes', async () => {
  const { state } = flows.begin('megan');
  await clock.jump(authFlowKeptMs - 1);
  expect(flows.find(state)).toBeDefined();
  await clock.jump(1);
  expect(flows.take(state)).toBeUndefined();
});

test('the flows of one person can be ended', () => {
  const [megan, alex] = [flows.begin('megan'), flows.begin('alex')];
  flows.drop((who) => who === 'megan');
  expect(flows.find(megan.state)).toBeUndefined();
  expect(flows.find(alex.state)).toBeDefined();
});

test('no more than two thousand are kept, the oldest goes first', () => {
  const first = flows.begin('first');
  const second = flows.begin('second');
  for (let count = 0; count < 1999; count++) flows.begin('other');
  expect(flows.find(first.state)).toBeUndefined();
  expect(flows.find(second.state)).toBeDefined();
});
