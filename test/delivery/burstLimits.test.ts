import { deliverBurst } from '../../bench/support/deliverBurst';
import { shortestMs } from '../../bench/support/documentedLimits';

// The same with 500 referrals in 20 channels is part of `npm run bench`.
test.each([
  { referrals: 80, channels: 3, dispatchers: 3, failing: 0, atMost: 1.15 },
  // Where it is the limit of the whole app that binds.
  { referrals: 12, channels: 40, dispatchers: 3, failing: 0, atMost: 1.15 },
  { referrals: 100, channels: 3, dispatchers: 1, failing: 0.05, atMost: 1.3 },
])(
  '$referrals referrals in $channels channels by $dispatchers processes, a share of $failing failing: each card once, no 429, at most $atMost times as long as Teams asks for',
  async ({ atMost, ...burst }) => {
    const { tookMs, throttled, cards } = await deliverBurst(burst);
    expect({ throttled, cards }).toEqual({ throttled: 0, cards: burst.referrals * burst.channels });
    expect(tookMs / shortestMs(burst.channels, burst.referrals)).toBeLessThanOrEqual(atMost);
  },
);
