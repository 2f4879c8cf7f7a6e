import type { Benchmark } from './benchmark';
import type { Comparison } from './compare';

const columns = [44, 9, 9, 7, 13] as const;

const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(columns[0]) : cell.padStart(columns[i] ?? 0))).join('  ');

/** The head of the table. */
export const head = line(['', 'ours', 'floor', 'ratio', 'min–max', 'the floor is']);

/** One line of it. */
export function row({ name, floor, unit, operations }: Benchmark, { oursMs, floorMs, ratio }: Comparison): string {
  const range = `${ratio.lowest.toFixed(2)}–${ratio.highest.toFixed(2)}`;
  const shown = (each: number): string => (unit === 'memory' ? memory(each * operations) : time(each));
  return line([name, shown(oursMs), shown(floorMs), ratio.median.toFixed(2), range, floor]);
}

function time(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  return ms >= 0.1 ? `${ms.toFixed(2)} ms` : `${(ms * 1_000).toFixed(1)} µs`;
}

const memory = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;
