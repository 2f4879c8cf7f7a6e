import type { Clock } from '../lib/clock';
import type { Secret } from '../storage/secret';
import type { Store } from '../storage/store';
import type { Vault } from './vault';

/** A secret in clear, and which writing of it this is. */
export interface Opened {
  text: string;
  version: string;
}

export interface SealedSecretsParts {
  store: Store;
  vault: Vault;
  clock: Clock;
  newId: () => string;
}

/** Secrets as texts: encrypted on their way into the database, decrypted on their way out. Every method may throw a VaultError. */
export interface SealedSecrets {
  /** The secret; one that an older key encrypted is encrypted anew by the way. */
  read(name: string): Promise<Opened | undefined>;
  /** Writes it if the one that is there is `replaces` (null: if there is none); the new version, or undefined if not. */
  write(name: string, text: string, replaces: string | null, expiresAt?: number): Promise<string | undefined>;
  /** Removes it and gives its text, to exactly one caller. */
  take(name: string): Promise<string | undefined>;
  /** Locks it for `holder`, for so many ms, and gives it; undefined while somebody else holds it, or when there is none. */
  lock(name: string, holder: string, forMs: number): Promise<Opened | undefined>;
}

/** The secrets of a store, or of a transaction in it. */
export function sealedSecrets({ store, vault, clock, newId }: SealedSecretsParts): SealedSecrets {
  const { secrets } = store;

  async function write(name: string, text: string, replaces: string | null, expiresAt: number | null) {
    const version = newId();
    const written = await secrets.save({ name, version, expiresAt, ...vault.seal(name, text) }, replaces);
    return written ? version : undefined;
  }

  async function open(secret: Secret | undefined): Promise<Opened | undefined> {
    if (!secret) return undefined;
    const { name, version, keyId, expiresAt } = secret;
    const text = vault.open(name, secret);
    const renewed = vault.isCurrent(keyId) ? undefined : await write(name, text, version, expiresAt);
    return { text, version: renewed ?? version };
  }

  return {
    read: async (name) => open(await secrets.find(name, clock.now())),
    write: (name, text, replaces, expiresAt) => write(name, text, replaces, expiresAt ?? null),
    async take(name) {
      const taken = await secrets.take(name, clock.now());
      return taken && vault.open(name, taken);
    },
    async lock(name, holder, forMs) {
      const now = clock.now();
      const locked = await secrets.lock(name, holder, now, now + forMs);
      return open(locked).catch(async (error: unknown) => {
        await secrets.unlock(name, holder);
        throw error;
      });
    },
  };
}
