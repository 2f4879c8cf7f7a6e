import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Store } from '../storage/store';
import type { AccountFault } from './accountFault';

/** What a notice that an account has ended is called; each conversation is told of it once. */
export const endedNotice = (connectionId: string): string => `ended ${connectionId}`;

interface EndParts {
  store: Store;
  clock: Clock;
  log: Log;
  onEnded: () => void;
}

/** Notes that the account cannot be used any more, and owes every watching conversation a word about it: once, whoever notices. */
export async function endAccount(parts: EndParts, connectionId: string, fault: AccountFault): Promise<void> {
  const { store, clock, log, onEnded } = parts;
  const { end = 'refused', facts } = fault;
  const isFirst = await store.transaction(async (tx) => {
    const at = clock.now();
    if (!(await tx.serviceAccounts.end(connectionId, at, end, facts.code ?? null))) return false;
    const account = await tx.serviceAccounts.find();
    if (!account) return false;
    const id = endedNotice(connectionId);
    const watching = new Set((await tx.watches.active()).map(({ conversationId }) => conversationId));
    await tx.notices.owe(
      [...watching].map((conversationId) => ({ id, conversationId, kind: 'accountEnded' as const, account })),
      at,
    );
    return true;
  });
  if (!isFirst) return;
  log.error({ end, code: facts.code }, 'the watching account cannot be used any more');
  onEnded();
}
