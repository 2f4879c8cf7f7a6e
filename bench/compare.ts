import type { Benchmark, Contest } from './benchmark';

/** What came out of a benchmark. Times are ms for one operation, medians of the rounds. */
export interface Comparison {
  oursMs: number;
  floorMs: number;
  /** Ours through floor: the median of the rounds, and the lowest and highest of them. */
  ratio: { median: number; lowest: number; highest: number };
}

/** Rounds before those that count: until then code is still being compiled. */
const warmUpRounds = 3;

/** Lets both sides take turns, so that what else the machine does meets both. */
export async function compare({
  prepare,
  operations,
  rounds,
}: Pick<Benchmark, 'prepare' | 'operations' | 'rounds'>): Promise<Comparison> {
  const contest = await prepare();
  try {
    const warmUps = rounds > 1 ? warmUpRounds : 0;
    const all: Round[] = [];
    while (all.length < warmUps + rounds) all.push(await round(contest, operations, all.length % 2 === 0));
    const results = all.slice(warmUps);
    const ratios = results.map(({ ours, floor }) => ours / floor);
    return {
      oursMs: median(results.map(({ ours }) => ours)) / operations,
      floorMs: median(results.map(({ floor }) => floor)) / operations,
      ratio: { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) },
    };
  } finally {
    await contest.close();
  }
}

interface Round {
  ours: number;
  floor: number;
}

async function round(contest: Contest, operations: number, oursFirst: boolean): Promise<Round> {
  if (oursFirst) {
    const ours = await contest.ours(operations);
    return { ours, floor: await contest.floor(operations) };
  }
  const floor = await contest.floor(operations);
  return { ours: await contest.ours(operations), floor };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
