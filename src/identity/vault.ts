import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** An encrypted text. */
export interface Sealed {
  /** Names the key, and tells nothing about it. */
  keyId: string;
  /** Base64: the nonce, the tag, the encrypted text. */
  sealed: string;
}

/** Why a text cannot be encrypted or decrypted. */
export type VaultProblem =
  /** `SECRET_TOKEN_KEY` is not set. */
  | 'noKey'
  /** None of its keys is the one that was used. */
  | 'otherKey'
  /** The text was changed, or it belongs to another row. */
  | 'damaged';

/** A secret that cannot be written or read; nothing was changed. */
export class VaultError extends Error {
  constructor(readonly problem: VaultProblem) {
    super(`The secret cannot be used: ${problem}`);
    this.name = 'VaultError';
  }
}

/** Encrypts what is kept, with AES-256-GCM. Each text is bound to its purpose: in another row it cannot be read. */
export interface Vault {
  /** Throws a VaultError when there is no key. */
  seal(purpose: string, text: string): Sealed;
  /** Throws a VaultError. */
  open(purpose: string, sealed: Sealed): string;
  /** Whether that is the key that is used for writing now. */
  isCurrent(keyId: string): boolean;
}

/** The length that NIST SP 800-38D recommends, in bytes. https://doi.org/10.6028/NIST.SP.800-38D */
const nonceLength = 12;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

/**
 * Makes the vault.
 * @param keys `SECRET_TOKEN_KEY`, 32 bytes each: the first one encrypts, each of them decrypts
 */
export function createVault(keys: readonly Uint8Array[]): Vault {
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const [current] = byId;
  return {
    seal(purpose, text) {
      if (!current) throw new VaultError('noKey');
      const [keyId, key] = current;
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
      cipher.setAAD(boundTo(purpose));
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return { keyId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64') };
    },
    open(purpose, { keyId, sealed }) {
      const key = byId.get(keyId);
      if (!key) throw new VaultError(current ? 'otherKey' : 'noKey');
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const nonce = bytes.subarray(0, nonceLength);
        const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
        decipher.setAAD(boundTo(purpose));
        decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
        const text = decipher.update(bytes.subarray(nonceLength + tagLength));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        throw new VaultError('damaged');
      }
    },
    isCurrent: (keyId) => keyId === current?.[0],
  };
}

const boundTo = (purpose: string): Buffer => Buffer.from(`Partner Desk ${purpose}`, 'utf8');

/** The beginning of the key's hash: enough to tell keys apart, too little to check a guess of 256 bits by. */
const idOf = (key: Uint8Array): string => createHash('sha256').update(key).digest('hex').slice(0, 8);
