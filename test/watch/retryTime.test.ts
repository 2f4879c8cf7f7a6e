import { PartnerCenterError, type PartnerCenterErrorKind } from '../../src/partnerCenter/partnerCenterError';
import { retryTime } from '../../src/watch/webhook/retryTime';

const hour = 3_600_000;
const day = 24 * hour;
const claim = { id: 'claim', subject: 'id', receivedAt: 0 };
const refused = (kind: PartnerCenterErrorKind) => new PartnerCenterError('no', { kind, call: 'GET /v1' });

/** How often something is read until it is given up, and when, where every read fails at once with the same. */
function tries(topic: 'referral' | 'invoice', error: unknown): { count: number; givenUpAt: number } {
  for (let attempts = 1, now = 0; ; attempts++) {
    const wait = retryTime({ ...claim, topic, attempts }, error, now);
    if (wait === undefined) return { count: attempts, givenUpAt: now };
    now += wait;
  }
}

test('the waits between reads double from two seconds to five minutes', () => {
  const waits = [1, 2, 5, 8, 9, 30].map((attempts) =>
    retryTime({ ...claim, topic: 'referral', attempts }, refused('unavailable'), 0),
  );
  expect(waits).toEqual([2_000, 4_000, 32_000, 256_000, 300_000, 300_000]);
});

test.each([
  ['a referral that cannot be read is left to the looks after a day', 'referral', 'unavailable', day, 200],
  ['a referral that is not there is not asked for again', 'referral', 'notFound', 0, 1],
  ['a question that is refused as such is not asked again', 'invoice', 'invalid', 0, 1],
  ['news that cannot be read yet are tried for a week, hourly in the end', 'invoice', 'forbidden', 7 * day, 160],
  ['news that cannot be seen yet are tried for a day', 'invoice', 'notFound', day, 20],
] as const)('%s', (_what, topic, kind, endsAfter, atLeast) => {
  const { count, givenUpAt } = tries(topic, refused(kind));
  expect(givenUpAt).toBeGreaterThanOrEqual(endsAfter);
  expect(givenUpAt).toBeLessThanOrEqual(endsAfter + hour);
  expect(count).toBeGreaterThanOrEqual(atLeast);
});
