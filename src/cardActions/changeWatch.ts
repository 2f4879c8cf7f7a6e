import type { Desk } from '../commands/desk';
import { recordWatch } from '../commands/recordWatch';
import type { Turn } from '../commands/turn';
import type { Watch } from '../storage/store';

/**
 * Changes a watch and writes that into the audit trail.
 * @param action the verb of the button
 * @returns the watch as it is now; undefined where it has ended, or another with these conditions runs there
 */
export function changeWatch(
  turn: Turn,
  { store, clock }: Desk,
  { action, watch, to }: { action: string; watch: Watch; to: Partial<Pick<Watch, 'conditions' | 'pausedUntil'>> },
): Promise<Watch | undefined> {
  return store.transaction(async (tx) => {
    if (!(await tx.watches.change(watch.id, to))) return undefined;
    const becomes = { ...watch, ...to };
    await recordWatch(tx, turn, clock.now(), { action, watch, becomes });
    return becomes;
  });
}
