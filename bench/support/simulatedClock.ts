import type { Clock } from '../../src/lib/clock';

interface Sleeper {
  at: number;
  wake: () => void;
}

/** Turns of the event loop after which everything that does not sleep has gone on. */
const quietTurns = 12;

/** A clock that jumps from one sleeper to the next: what takes minutes is over in a moment. */
export class SimulatedClock implements Clock {
  private sleepers = new Set<Sleeper>();
  private time = Date.parse('2026-11-21T09:00:00Z');

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = { at: this.time + ms, wake: resolve };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', () => this.wake(sleeper), { once: true });
    });
  }

  /** Lets time pass until `done`. Throws when nobody waits for anything any more. */
  async until(done: () => boolean): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < quietTurns; turn++) await new Promise((resolve) => setImmediate(resolve));
      if (done()) return;
      const next = [...this.sleepers].toSorted((a, b) => a.at - b.at)[0];
      if (!next) throw new Error('Nothing happens any more');
      this.time = next.at;
      this.wake(next);
    }
  }

  private wake(sleeper: Sleeper): void {
    this.sleepers.delete(sleeper);
    sleeper.wake();
  }
}
