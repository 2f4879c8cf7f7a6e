/** Whether the watch still sees Partner Center. Times are ms since the epoch. */
export interface WatchHealth {
  lastSuccessAt: number | undefined;
  /** Since when there was no successful look, once that is too long; undefined while all is well. */
  stalledSince: number | undefined;
  /** What the last look failed with, in words for an administrator; undefined while all is well. */
  why: string | undefined;
  /** The last look failed because the account has no role for referrals. */
  isForbidden: boolean;
}

/** Stalled is a watch without a successful look for so many intervals, */
const stalledIntervals = 5;
/** but not before this many ms. */
const leastStallMs = 5_000;

/** Keeps count of looks that succeeded and failed. */
export class HealthRecord {
  private lastSuccessAt: number | undefined;
  private failure: string | undefined;
  private isForbidden = false;
  /** Failed looks in a row. */
  failures = 0;

  constructor(
    private startedAt: number,
    private intervalMs: number,
  ) {}

  /** From now on looks are so many ms apart. */
  expectEvery(intervalMs: number): void {
    this.intervalMs = intervalMs;
  }

  /** Looks begin now; there may have been none for a while, because another process looked. */
  begin(at: number): void {
    this.startedAt = at;
  }

  /** Notes a success; true if the look before it had failed. */
  succeeded(at: number): boolean {
    const recovered = this.failures > 0;
    this.lastSuccessAt = at;
    this.failure = undefined;
    this.isForbidden = false;
    this.failures = 0;
    return recovered;
  }

  /** Notes a failure; true if the look before it had not failed in the same way. */
  failed(why: string, isForbidden: boolean): boolean {
    this.isForbidden = isForbidden;
    const another = why !== this.failure;
    this.failure = why;
    this.failures += 1;
    return another;
  }

  /** @param elsewhereAt when another process has read Partner Center */
  at(now: number, elsewhereAt?: number): WatchHealth {
    const reads = [this.lastSuccessAt, elsewhereAt].filter((at) => at !== undefined);
    const lastSuccessAt = reads.length > 0 ? Math.max(...reads) : undefined;
    const since = Math.max(lastSuccessAt ?? 0, this.startedAt);
    const stalled = now - since >= Math.max(stalledIntervals * this.intervalMs, leastStallMs);
    const why = this.failure ?? (stalled ? 'no look has ended yet' : undefined);
    const { isForbidden } = this;
    return { lastSuccessAt, stalledSince: stalled ? since : undefined, why, isForbidden };
  }
}
