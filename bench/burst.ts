import type { Benchmark } from './benchmark';
import { type Burst, deliverBurst } from './support/deliverBurst';
import { shortestMs } from './support/documentedLimits';

/**
 * Referrals that all come at once, until every channel has its last card; an operation is a referral. Simulated time: it is the same on every
 * machine.
 */
export const burst = ({ referrals, channels, dispatchers = 1, failing = 0 }: Partial<Burst> & Size): Benchmark => ({
  name: [
    `${referrals} referrals, ${channels} ${channels === 1 ? 'channel' : 'channels'}`,
    ...(dispatchers > 1 ? [`${dispatchers} processes`] : []),
    ...(failing > 0 ? [`${failing * 100} % fail`] : []),
  ].join(', '),
  floor: "what Teams' documented limits allow (simulated)",
  operations: referrals,
  rounds: 1,
  prepare: () =>
    Promise.resolve({
      async ours(operations) {
        const result = await deliverBurst({ referrals: operations, channels, dispatchers, failing });
        if (result.throttled > 0) throw new Error(`Teams said 429 ${result.throttled} times`);
        return result.tookMs;
      },
      floor: (operations) => Promise.resolve(Math.max(1, shortestMs(channels, operations))),
      close: () => Promise.resolve(),
    }),
});

type Size = Pick<Burst, 'referrals' | 'channels'>;
