/** A secret as it is kept: encrypted. Times are ms since the epoch, UTC. */
export interface Secret {
  name: string;
  /** Another one with every writing, also after a removal: what compare-and-set compares. */
  version: string;
  /** Names the key that it was encrypted with. */
  keyId: string;
  /** The encrypted text, base64. */
  sealed: string;
  /** When it ends by itself; null: never. */
  expiresAt: number | null;
}

/** Encrypted secrets. Nothing here can read them. */
export interface Secrets {
  /** The secret, unless it has ended. */
  find(name: string, now: number): Promise<Secret | undefined>;
  /** Writes it if the one that is there has the version `replaces` (null: if there is none); false if not. */
  save(secret: Secret, replaces: string | null): Promise<boolean>;
  /** Removes the secret and gives it, to exactly one caller, unless it has ended. */
  take(name: string, now: number): Promise<Secret | undefined>;
  remove(name: string): Promise<void>;
  /** Locks it for `holder` until a time, and gives it; undefined while somebody else holds it, or when there is none. */
  lock(name: string, holder: string, now: number, until: number): Promise<Secret | undefined>;
  unlock(name: string, holder: string): Promise<void>;
  /** Removes those that have ended. */
  removeEnded(now: number): Promise<void>;
}
