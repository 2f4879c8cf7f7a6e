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

  /** From when on one more send is within every limit; a time that has passed means now. */
  opensAt(): number {
    const opens = this.limits.map(({ windowMs, most }) => {
      const oldest = this.times[this.times.length - most];
      return oldest === undefined ? 0 : oldest + windowMs;
    });
    return Math.max(...opens);
  }

  /** Whether nothing of it counts any more. */
  isSpent(now: number): boolean {
    const longest = Math.max(...this.limits.map(({ windowMs }) => windowMs));
    return (this.times.at(-1) ?? 0) + longest <= now;
  }
}
