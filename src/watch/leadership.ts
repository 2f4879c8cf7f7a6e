import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Store } from '../storage/store';

/** Work that goes on until its signal aborts. */
export interface Work {
  run(signal: AbortSignal): Promise<void>;
}

/** Sees to it that of all processes on one database one at a time does some work. */
export interface Leadership {
  /** Whether this process leads at the moment, as far as it knows. */
  isLeader(): boolean;
  /**
   * The store for that work: a process that led, was held up and has lost the lead meanwhile without knowing it, writes nothing
   * through its transactions. Whoever does not lead and acts because a person asks is let through.
   */
  fenced(store: Store): Store;
  /** Waits for the lead, does the work while it lasts, and again, until `signal` aborts; no failure ends it. */
  lead(work: readonly Work[], signal: AbortSignal): Promise<void>;
}

export interface LeadershipDeps {
  store: Store;
  clock: Clock;
  log: Log;
  /** This process. */
  holder: string;
  /** What the leader tells the other processes, JSON; asked at each renewal. */
  note: () => string;
}

/** The name of the lease. */
export const leaderLease = 'leader';
/** How long a leader that is not heard of is waited for, in ms. */
const leaseMs = 9_000;
const renewEveryMs = 3_000;
/** How often the others try to take the lead, in ms. */
const tryEveryMs = 1_000;

/** Makes it; nobody leads until {@link Leadership.lead} runs. */
export function createLeadership({ store, clock, log, holder, note }: LeadershipDeps): Leadership {
  let fence: number | undefined;

  /** Takes or keeps the lead. */
  async function hold(): Promise<boolean> {
    const now = clock.now();
    const wanted = { name: leaderLease, holder, heldUntil: now + leaseMs, note: note() };
    const lease = await store.leases.hold(wanted, now);
    if (lease && fence === undefined) log.info({ fence: lease.fence }, 'this process leads');
    if (!lease && fence !== undefined) log.warn('another process leads now');
    fence = lease?.fence;
    return lease !== undefined;
  }

  async function term(work: readonly Work[], signal: AbortSignal): Promise<void> {
    const ended = new AbortController();
    const over = AbortSignal.any([signal, ended.signal]);
    const done = Promise.all(work.map((part) => part.run(over)));
    let heldAt = clock.now();
    while (!over.aborted) {
      await clock.sleep(renewEveryMs, over);
      if (over.aborted) break;
      try {
        if (!(await hold())) ended.abort();
        heldAt = clock.now();
      } catch (error) {
        log.warn({ err: error }, 'the lead could not be renewed');
        if (clock.now() - heldAt >= leaseMs) ended.abort();
      }
    }
    await done;
    fence = undefined;
  }

  return {
    isLeader: () => fence !== undefined,
    fenced: (of) => ({
      ...of,
      transaction: (work) =>
        of.transaction(async (tx) => {
          const lease = fence === undefined ? undefined : await tx.leases.find(leaderLease);
          if (lease && lease.fence !== fence) throw new Error('Another process leads now; nothing was written');
          return work(tx);
        }),
    }),
    async lead(work, signal) {
      while (!signal.aborted) {
        const leads = await hold().catch((error: unknown) => log.warn({ err: error }, 'nobody can be asked who leads'));
        if (leads) await term(work, signal);
        else await clock.sleep(tryEveryMs, signal);
      }
      await store.leases.release(leaderLease, holder).catch((error: unknown) => {
        log.warn({ err: error }, 'the lead was left to run out');
      });
    },
  };
}
