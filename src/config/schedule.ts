import type { z } from 'zod/v4';
import { list } from './list';

const unitMs: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/** Times as `7d,3d,1d,4h` in ms; the units are d, h, m and s. */
export function schedule(text: string, problems: z.RefinementCtx): number[] {
  const times = list(text).map((entry) => {
    const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([dhms])$/.exec(entry) ?? [];
    return Number(amount) * (unitMs[unit] ?? Number.NaN);
  });
  if (times.length > 0 && times.every((ms) => ms > 0)) return [...new Set(times)];
  problems.addIssue({ code: 'custom', message: 'must be times such as 7d,3d,1d,4h (units d, h, m, s)' });
  return [];
}
