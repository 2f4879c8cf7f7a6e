import type { Benchmark } from './benchmark';
import { burst } from './burst';
import { cardRendering } from './cardRendering';
import { firstStart } from './firstStart';
import { look } from './look';
import { outboxRow } from './outboxRow';
import { press } from './press';
import { turn } from './turn';

/** Everything that `npm run bench` measures, in the order of the table. */
export const benchmarks: readonly Benchmark[] = [
  turn(1),
  turn(16),
  press,
  look(100),
  look(20_000),
  firstStart(200),
  outboxRow(0),
  outboxRow(10_000),
  cardRendering,
  burst({ referrals: 200, channels: 1 }),
  burst({ referrals: 500, channels: 20 }),
  burst({ referrals: 500, channels: 20, dispatchers: 3 }),
  burst({ referrals: 500, channels: 20, failing: 0.05 }),
];
