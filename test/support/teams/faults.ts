/** What goes wrong with the requests that match. Everything that is left out matches, or goes well. */
export interface TeamsFault {
  method?: 'GET' | 'POST' | 'PUT';
  /** Tested on the decoded path, for example `/^\/v3\/conversations$/` for new root posts. */
  path?: RegExp;
  /** How many requests it strikes; all of them when left out. */
  times?: number;
  /** Answered instead of doing what was asked. */
  status?: number;
  /** The error code in the body, for example `MessageWritesBlocked` or `ConversationNotFound`. */
  code?: string;
  retryAfterSeconds?: number;
  /** Keeps the request waiting until `release()`, before or after Teams does what it asks. */
  hold?: 'beforeAccepting' | 'afterAccepting';
  /** Cuts the connection before or after Teams does what it asks: either way the answer never comes. */
  cut?: 'beforeAccepting' | 'afterAccepting';
}

/** A fault that was switched on. */
export interface ActiveFault {
  /** Resolves when the first request is being held. */
  readonly held: Promise<void>;
  /** Lets every held request go on, and those that come later. */
  release(): void;
  /** Switches the fault off. */
  remove(): void;
}

interface Entry {
  fault: TeamsFault;
  left: number;
  reportHeld: () => void;
  released: Promise<void>;
}

/** One request as it meets its fault. */
export interface Stroke {
  fault: TeamsFault;
  /** Waits if the fault holds requests at this moment; false if the connection is to be cut now. */
  pass(moment: 'beforeAccepting' | 'afterAccepting'): Promise<boolean>;
}

function latch(): { passed: Promise<void>; open: () => void } {
  const gate = new AbortController();
  const passed = new Promise<void>((resolve) => {
    gate.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return { passed, open: () => gate.abort() };
}

/** The faults that are switched on, oldest first; a request meets the first one that matches. */
export class Faults {
  private entries: Entry[] = [];

  add(fault: TeamsFault): ActiveFault {
    const held = latch();
    const released = latch();
    const entry = { fault, left: fault.times ?? Infinity, reportHeld: held.open, released: released.passed };
    this.entries.push(entry);
    return {
      held: held.passed,
      release: released.open,
      remove: () => {
        this.entries = this.entries.filter((e) => e !== entry);
        released.open();
      },
    };
  }

  meet(method: string, path: string): Stroke {
    const entry = this.entries.find(
      ({ fault, left }) =>
        left > 0 && (fault.method ?? method) === method && (fault.path === undefined || fault.path.test(path)),
    );
    if (!entry) return { fault: {}, pass: () => Promise.resolve(true) };
    entry.left -= 1;
    const { fault } = entry;
    return {
      fault,
      async pass(moment) {
        if (fault.hold === moment) {
          entry.reportHeld();
          await entry.released;
        }
        return fault.cut !== moment;
      },
    };
  }
}
