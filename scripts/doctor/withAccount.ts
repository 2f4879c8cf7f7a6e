import type { World } from '../../src/app/world';
import { createAccount } from '../../src/app/createAccount';
import type { Config } from '../../src/config';
import { sandboxServiceTokens } from '../../src/identity/sandboxTokens';
import { newId } from '../../src/lib/ids';
import type { Log } from '../../src/lib/log';
import { createPartnerCenter } from '../../src/partnerCenter/createPartnerCenter';
import type { PartnerCenter } from '../../src/partnerCenter/partnerCenter';
import type { ReadingTokens } from '../../src/partnerCenter/tokenSource';
import { openStore } from '../../src/storage/openStore';

/** Does something with the client and the tokens of the account that watches; the database must be of this version. */
export async function withAccount<T>(
  config: Config,
  world: World,
  log: Log,
  use: (partnerCenter: PartnerCenter, tokens: ReadingTokens) => Promise<T>,
): Promise<T> {
  const partnerCenter = createPartnerCenter({ ...config, ...world, newId, log });
  if (config.identity === 'sandbox') return use(partnerCenter, sandboxServiceTokens);
  const store = await openStore({ ...config, log, clock: world.clock });
  try {
    const account = createAccount(config, { ...world, store, partnerCenter, log, onEnded: () => undefined });
    return await use(partnerCenter, account.tokens);
  } finally {
    await store.close();
  }
}
