import type { Log } from '../lib/log';
import type { Audience } from '../partnerCenter/tokenSource';
import { AccountFault } from './accountFault';
import type { Token } from './cachedToken';
import type { EntraAccount } from './entraAccount';
import { accountSecret, readKept, type AccountParts, type KeptAccount } from './keptAccount';
import { sealedSecrets, type Opened } from './sealedSecrets';
import { TokenCache } from './tokenCache';

export interface RenewParts extends AccountParts {
  entra: EntraAccount;
  log: Log;
  /** 0 to 1 */
  random: () => number;
}

/** For how long one process may hold the account, in ms: longer than Entra may take, with all that is written after it. */
const lockMs = 45_000;
/** How often a process that waits for another one looks again, in ms, with some variation; and how often in all. */
const waitMs = 200;
const mostWaits = 60;
/** Waits before a refresh token that could not be written is written again, in ms: nobody else has it. */
const writeWaitsMs = [200, 1_000, 4_000];

/** Renews the token of one audience; `isFresh` says whether a token that another process got is good enough. */
export type RenewToken = (audience: Audience, isFresh: (token: Token) => boolean) => Promise<Token>;

/** A refreshed sign-in that could not be written, and which writing it was to take the place of. */
interface Unwritten {
  account: KeptAccount;
  replaces: string;
}

/**
 * Makes the renewal. Of all processes one asks Entra, under a lock in the database; the others wait and take
 * what it got. The refresh token that comes with a token takes the old one's place before the lock is given back.
 * It rejects with an AccountFault, a VaultError, or what the database rejects with.
 */
export function tokenRenewal(parts: RenewParts): RenewToken {
  const secrets = sealedSecrets(parts);
  let unwritten: Unwritten | undefined;

  async function renewLocked(audience: Audience, locked: Opened, isFresh: (token: Token) => boolean): Promise<Token> {
    const account = unwritten?.replaces === locked.version ? unwritten.account : readKept(locked.text);
    const present = account.tokens[audience];
    if (present && isFresh(present)) return present;
    const cache = new TokenCache(account.cache);
    const token = await parts.entra.refresh(cache, audience);
    const renewed = { ...account, cache: cache.text, tokens: { ...account.tokens, [audience]: token } };
    // Until it is written this process alone has the refresh token that counts.
    unwritten = { account: renewed, replaces: locked.version };
    await keep(parts, unwritten);
    unwritten = undefined;
    return token;
  }

  return async (audience, isFresh) => {
    const holder = parts.newId();
    for (let waited = 0; waited < mostWaits; waited++) {
      const locked = await secrets.lock(accountSecret, holder, lockMs);
      if (locked) {
        try {
          return await renewLocked(audience, locked, isFresh);
        } finally {
          await parts.store.secrets.unlock(accountSecret, holder);
        }
      }
      const present = await secrets.read(accountSecret);
      if (!present) throw new AccountFault('notConnected');
      const token = readKept(present.text).tokens[audience];
      if (token && isFresh(token)) return token;
      await parts.clock.sleep(waitMs * (1 + parts.random()));
    }
    throw new AccountFault('passing');
  };
}

async function keep(parts: RenewParts, { account, replaces }: Unwritten): Promise<void> {
  const { store, clock, log } = parts;
  const text = JSON.stringify(account);
  const write = () =>
    store.transaction(async (tx) => {
      const written = await sealedSecrets({ ...parts, store: tx }).write(accountSecret, text, replaces);
      if (written) await tx.serviceAccounts.refreshed(account.connectionId, clock.now());
    });
  for (const wait of writeWaitsMs) {
    try {
      return await write();
    } catch (error) {
      log.warn({ err: error }, 'the refreshed sign-in could not be written yet');
      await clock.sleep(wait);
    }
  }
  return write();
}
