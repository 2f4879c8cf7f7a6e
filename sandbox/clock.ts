/** The sandbox's time: the real (or a test's) clock plus what was skipped. Milliseconds since 1970, UTC. */
export class SandboxClock {
  private offsetMs = 0;

  constructor(private readonly realNow: () => number) {}

  now(): number {
    return this.realNow() + this.offsetMs;
  }

  /** Skips `ms` milliseconds; time never runs backwards. */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`The clock only moves forward, not by ${ms} ms`);
    this.offsetMs += ms;
  }
}
