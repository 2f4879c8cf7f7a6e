import type { Clock } from '../../src/lib/clock';

interface Sleeper {
  at: number;
  wake: () => void;
}

/** A clock that only moves when the test says so. */
export class TestClock implements Clock {
  private sleepers: Sleeper[] = [];
  private setBy = 0;

  constructor(private time = Date.parse('2026-11-21T09:00:00Z')) {}

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = { at: this.time + ms, wake: resolve };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', () => this.wake(sleeper), { once: true });
    });
  }

  /** Moves the time by `ms`, waking each sleeper at its own moment and letting its work run before the next one. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const next = this.sleepers.filter((s) => s.at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = next.at;
      this.wake(next);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.time = end;
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Moves the time by `ms` at once, as on a machine that slept: whoever was to wake meanwhile wakes at the end. */
  async jump(ms: number): Promise<void> {
    this.time += ms;
    for (const sleeper of this.sleepers.filter((s) => s.at <= this.time)) this.wake(sleeper);
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** The time by the clocks of everybody else, whom {@link set} does not concern. */
  elsewhere(): number {
    return this.time - this.setBy;
  }

  /** Sets the clock by `ms`, back or forth, as NTP does: whoever sleeps goes on sleeping as long as before. */
  set(ms: number): void {
    this.time += ms;
    this.setBy += ms;
    for (const sleeper of this.sleepers) sleeper.at += ms;
  }

  /** When the earliest sleeper wakes, or undefined when nobody sleeps. */
  nextWake(): number | undefined {
    return this.sleepers.length ? Math.min(...this.sleepers.map((s) => s.at)) : undefined;
  }

  private wake(sleeper: Sleeper): void {
    this.sleepers = this.sleepers.filter((s) => s !== sleeper);
    sleeper.wake();
  }
}
