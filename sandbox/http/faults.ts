import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';

/** What goes wrong with requests that match. */
export const faultSchema = z.strictObject({
  /** HTTP method; any when missing. */
  method: z.string().toUpperCase().optional(),
  /** Source of a regular expression that is tried on the path without its query. */
  path: z.string().refine(isPattern, 'is not a regular expression'),
  /** How many matching requests it hits; all of them, until faults are cleared, when missing. */
  times: z.int().positive().optional(),
  /** How many matching requests it lets pass before the first one that it hits. */
  skip: z.int().nonnegative().optional(),
  /** Answers with this status instead of processing the request. */
  status: z.int().min(200).max(599).optional(),
  /** A string is sent as it is, anything else as JSON; without one a body of the API's own shape is sent. */
  body: z.unknown().optional(),
  contentType: z.string().optional(),
  /** Sent as Retry-After; a 429 has one (1 s) also when this is missing. */
  retryAfterSeconds: z.number().nonnegative().optional(),
  /** Real milliseconds to wait before anything else is done with the request. */
  delayMs: z.int().nonnegative().optional(),
  /** Closes the connection: before the request is processed, after it without any answer, or in the middle of the body. */
  cut: z.enum(['before', 'afterProcessing', 'midBody']).optional(),
});

export type Fault = z.input<typeof faultSchema>;

/** A fault that hit a request; `turn` counts its hits from 0. */
export interface Hit {
  id: string;
  fault: z.output<typeof faultSchema>;
  turn: number;
}

interface ActiveFault extends Hit {
  pattern: RegExp;
  toSkip: number;
}

/** The faults that are switched on; the oldest that matches hits. */
export class Faults {
  private active: ActiveFault[] = [];

  /** Switches a fault on and returns its id. Throws a ZodError when it is not one. */
  add(fault: Fault): string {
    const id = randomUUID();
    const checked = faultSchema.parse(fault);
    this.active.push({ id, fault: checked, turn: 0, pattern: new RegExp(checked.path), toSkip: checked.skip ?? 0 });
    return id;
  }

  clear(): void {
    this.active = [];
  }

  /** The fault that this request meets, if any; it counts as used. */
  take(method: string, path: string): Hit | undefined {
    const hit = this.active.find((candidate) => {
      const { fault, pattern, turn } = candidate;
      const used = fault.times !== undefined && turn >= fault.times;
      if (used || (fault.method ?? method) !== method || !pattern.test(path)) return false;
      return candidate.toSkip-- <= 0;
    });
    return hit && { id: hit.id, fault: hit.fault, turn: hit.turn++ };
  }
}

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
