import { array, assert, integer, property } from 'fast-check';
import { conversationLimits } from '../../src/delivery/sendLimits';
import { createThrottle } from '../../src/delivery/throttle';
import { SendLimits } from '../support/teams/sendLimits';
import { TestClock } from '../support/testClock';

/** Sends as soon as the throttle lets, and says how long each took to be let. */
async function sendAll(count: number, conversationOf: (n: number) => string) {
  const clock = new TestClock();
  const throttle = createThrottle({ clock });
  const teams = new SendLimits(() => clock.now());
  const start = clock.now();
  const sent: number[] = [];
  for (let n = 0; n < count; n++) {
    const conversation = conversationOf(n);
    for (;;) {
      const { everywhere, conversationIds, changesAt } = throttle.closed();
      if (!everywhere && !conversationIds.includes(conversation)) break;
      await clock.advance((changesAt ?? 0) - clock.now());
    }
    expect(teams.refusal(conversation)).toBeUndefined();
    throttle.recordSent(conversation);
    sent.push(clock.now() - start);
  }
  return sent;
}

const mostWithin = (times: readonly number[], windowMs: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

test('keeps within every documented limit of a conversation, with a little room for replies', async () => {
  const sent = await sendAll(2_000, () => 'a');
  for (const { windowMs, documented, most } of conversationLimits) {
    expect(mostWithin(sent, windowMs)).toBe(most);
    expect(most).toBeLessThan(documented);
  }
});

test('sends 48 a second to all conversations together, those under way counted', async () => {
  const sent = await sendAll(200, (n) => `conversation-${n}`);
  expect(mostWithin(sent, 1_000)).toBe(48);
  expect(sent.at(-1)).toBe(4_000);
  const throttle = createThrottle({ clock: new TestClock() });
  for (let n = 0; n < 30; n++) throttle.recordSent(`conversation-${n}`);
  expect(throttle.closed(17).everywhere).toBe(false);
  expect(throttle.closed(18).everywhere).toBe(true);
  expect(throttle.closed(60)).toMatchObject({ everywhere: true });
});

test('a send that Teams counted late still fits: the time counts from when it ended', () => {
  assert(
    property(array(integer({ min: 0, max: 900 }), { minLength: 70, maxLength: 120 }), (durations) => {
      let now = 0;
      const clock = { now: () => now, sleep: () => Promise.resolve() };
      const throttle = createThrottle({ clock });
      const teams = new SendLimits(() => now);
      for (const duration of durations) {
        const { changesAt } = throttle.closed();
        now = changesAt ?? now;
        // Teams counts somewhere between the beginning and the end.
        now += duration / 3;
        expect(teams.refusal('a')).toBeUndefined();
        now += (2 * duration) / 3;
        throttle.recordSent('a');
      }
    }),
    { numRuns: 50 },
  );
});

test('a pause closes one conversation until its end, and a shorter one does not end it sooner', () => {
  const clock = new TestClock();
  const throttle = createThrottle({ clock });
  const until = clock.now() + 20_000;
  throttle.pause('a', until);
  throttle.pause('a', until - 5_000);
  expect(throttle.closed()).toEqual({ everywhere: false, conversationIds: ['a'], changesAt: until });
});

test('counts the failures of a conversation until something arrives there, also where nothing was sent', () => {
  const throttle = createThrottle({ clock: new TestClock() });
  const failures = [1, 2].map(() => {
    throttle.closed();
    return throttle.recordFailure('a');
  });
  expect(failures).toEqual([1, 2]);
  throttle.recordSuccess('a');
  expect(throttle.recordFailure('a')).toBe(1);
});

test('remembers what was sent before a restart', async () => {
  const clock = new TestClock();
  const throttle = createThrottle({ clock });
  const sentAt = clock.now() - 500;
  throttle.restore(Array.from({ length: 6 }, () => ({ conversationId: 'a', sentAt })));
  expect(throttle.closed()).toMatchObject({ conversationIds: ['a'], changesAt: sentAt + 1_000 });
  await clock.advance(499);
  expect(throttle.closed().conversationIds).toEqual(['a']);
  await clock.advance(1);
  expect(throttle.closed().conversationIds).toEqual([]);
});
