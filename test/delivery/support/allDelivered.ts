import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../../src/storage/store';

/** Resolves when nothing is owed any more; rejects when that takes ten seconds of real time. */
export async function allDelivered(store: Store): Promise<void> {
  const end = Date.now() + 10_000;
  while ((await store.outbox.depth()).owed > 0) {
    if (Date.now() > end) throw new Error('Something is still owed after ten seconds');
    await wait(5);
  }
}
