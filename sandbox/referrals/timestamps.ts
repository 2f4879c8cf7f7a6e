const ticksPerMs = 10_000;

/** Partner Center writes seven fractional digits: `2019-02-23T02:05:23.2931817Z`. `ticks` are the 100 ns within the millisecond. */
export function toTimestamp(ms: number, ticks = 0): string {
  return `${new Date(ms).toISOString().slice(0, -1)}${String(ticks).padStart(4, '0')}Z`;
}

/** A key that sorts timestamps by time, however many fractional digits each has. */
export function timestampKey(timestamp: string): string {
  const [, seconds = '', fraction = ''] = /^(.{19})(?:\.(\d+))?/.exec(timestamp) ?? [];
  return seconds + fraction.padEnd(7, '0');
}

/** Hands out the present moment, never the same one twice, so that what happened later also sorts later. */
export class Timestamps {
  private lastMs = 0;
  private lastTicks = 0;

  constructor(private readonly now: () => number) {}

  next(): string {
    const ms = Math.max(this.now(), this.lastMs);
    this.lastTicks = ms === this.lastMs ? this.lastTicks + 1 : (ms * 7919) % (ticksPerMs / 2);
    this.lastMs = ms + Math.floor(this.lastTicks / ticksPerMs);
    this.lastTicks %= ticksPerMs;
    return toTimestamp(this.lastMs, this.lastTicks);
  }
}
