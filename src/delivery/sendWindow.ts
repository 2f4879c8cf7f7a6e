import type { SendLimit } from './sendLimits';

/** The sends of the recent past, as far as the limits look back. Times are ms since the epoch. */
export class SendWindow {
  private times: number[] = [];

  constructor(private readonly limits: readonly SendLimit[]) {}

  /** Notes a send at the moment when it ended: Teams has counted it then at the latest. */
  record(at: number): void {
    this.times.push(at);
    const kept = Math.max(...this.limits.map(({ most }) => most));
    if (this.times.length >= 2 * kept) this.times = this.times.slice(-kept);
  }

  /** The clock was set: what was noted moves along. */
  shift(ms: number): void {
    this.times = this.times.map((at) => at + ms);
  }

  /**
   * From when on one more send is within every limit; a time that has passed means now.
   * @param underWay sends that have begun and not ended: Teams may count each at any moment from its beginning to its end
   */
  opensAt(underWay = 0): number {
    const opens = this.limits.map(({ windowMs, most }) => {
      const place = this.times.length - most + underWay;
      return place < 0 ? 0 : (this.times[place] ?? Infinity) + windowMs;
    });
    return Math.max(...opens);
  }

  /** Whether nothing of it counts any more. */
  isSpent(now: number): boolean {
    const longest = Math.max(...this.limits.map(({ windowMs }) => windowMs));
    return (this.times.at(-1) ?? 0) + longest <= now;
  }
}
