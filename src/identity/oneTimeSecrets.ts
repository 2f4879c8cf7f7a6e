import { createHash, randomBytes } from 'node:crypto';
import type { AccountParts } from './keptAccount';
import { sealedSecrets } from './sealedSecrets';

/** Something that is kept for a short time for whoever has its key; a replica that did not make it can find it. */
export interface OneTimeSecrets<T> {
  /** Keeps it, and gives its key: 256 bits, which are kept nowhere. */
  put(subject: T): Promise<string>;
  /** Looks at it without using it up. */
  find(key: string): Promise<T | undefined>;
  /** Uses it up: one caller gets it. */
  take(key: string): Promise<T | undefined>;
}

/** How long each lives, in ms. */
export const oneTimeMs = 10 * 60_000;

/** A new unguessable text. */
export const randomKey = (): string => randomBytes(32).toString('base64url');

/**
 * Makes a kind of them, kept encrypted.
 * @param kind tells one kind from another
 * @param read checks what was decrypted
 */
export function oneTimeSecrets<T>(parts: AccountParts, kind: string, read: (json: unknown) => T): OneTimeSecrets<T> {
  const secrets = sealedSecrets(parts);
  const nameOf = (key: string): string => `${kind} ${createHash('sha256').update(key).digest('base64url')}`;
  const parsed = (text: string | undefined): T | undefined => (text === undefined ? undefined : read(JSON.parse(text)));
  return {
    async put(subject) {
      const now = parts.clock.now();
      await parts.store.secrets.removeEnded(now);
      const key = randomKey();
      await secrets.write(nameOf(key), JSON.stringify(subject), null, now + oneTimeMs);
      return key;
    },
    find: async (key) => parsed((await secrets.read(nameOf(key)))?.text),
    take: async (key) => parsed(await secrets.take(nameOf(key))),
  };
}
