import { deliverBurst } from '../../bench/support/deliverBurst';
import { shortestMs } from '../../bench/support/documentedLimits';

test.each([3])(
  '%i processes that share a database post a burst without one 429, close to what Teams allows',
  async (dispatchers) => {
    const burst = { referrals: 100, channels: 3, dispatchers, failing: 0 };
    const { tookMs, throttled, cards } = await deliverBurst(burst);
    expect({ throttled, cards }).toEqual({ throttled: 0, cards: 300 });
    expect(tookMs / shortestMs(burst.channels, burst.referrals)).toBeLessThanOrEqual(1.15);
  },
);

test('with 5 % of the calls failing it takes at most 1.3 times as long, and every card is there once', async () => {
  const burst = { referrals: 200, channels: 2, dispatchers: 1, failing: 0.05 };
  const { tookMs, throttled, cards } = await deliverBurst(burst);
  expect({ throttled, cards }).toEqual({ throttled: 0, cards: 400 });
  expect(tookMs / shortestMs(burst.channels, burst.referrals)).toBeLessThanOrEqual(1.3);
});
