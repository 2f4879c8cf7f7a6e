/** Something that the product does, and what it is compared with. */
export interface Benchmark {
  name: string;
  /** What the floor is, in a few words. */
  floor: string;
  /** How often each side does it in one round. */
  operations: number;
  /** `memory`: both sides give bytes, for all operations together, instead of ms. */
  unit?: 'memory';
  /** More rounds make the median steadier; one is enough where the figure does not depend on the machine. */
  rounds: number;
  prepare(): Promise<Contest>;
}

/** Both sides, ready to begin. */
export interface Contest {
  /** The product does it so many times; how long that took, in ms (or what it took of the benchmark's unit). */
  ours(operations: number): Promise<number>;
  /** The floor does the same. */
  floor(operations: number): Promise<number>;
  /** Stops and removes everything that was started. */
  close(): Promise<void>;
}
