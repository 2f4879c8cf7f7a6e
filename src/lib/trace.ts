import { AsyncLocalStorage } from 'node:async_hooks';

/** What some work is about; every log line that is written during it says so. */
export interface Trace {
  /** The id of the referral that it is about. */
  trace?: string;
  /** The reference id of the press or command that it is done for. */
  cause?: string;
}

const storage = new AsyncLocalStorage<Trace>();

/** Does the work, and whatever it begins, under these facts together with those around it. */
export const traced = <T>(facts: Trace, work: () => T): T => storage.run({ ...storage.getStore(), ...facts }, work);

/** What the work at hand is about. */
export const currentTrace = (): Trace => ({ ...storage.getStore() });
