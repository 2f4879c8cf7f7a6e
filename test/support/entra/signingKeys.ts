import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** One RSA key and its public half. */
export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/** The keys that an issuer signs with: the current one, and those from before that are still published. */
export class SigningKeys {
  private made = 0;
  private constructor(
    private readonly name: string,
    private readonly extra: Readonly<Record<string, unknown>>,
    private keys: SigningKey[],
  ) {}

  /** @param extra goes into every published key, for example its endorsements */
  static async create(name: string, extra: Readonly<Record<string, unknown>> = {}): Promise<SigningKeys> {
    const keys = new SigningKeys(name, extra, []);
    await keys.rotate();
    return keys;
  }

  get current(): SigningKey {
    const [newest] = this.keys;
    if (!newest) throw new Error('There is no key');
    return newest;
  }

  /** The document at `jwks_uri`. */
  get published(): { keys: JWK[] } {
    return { keys: this.keys.map(({ publicJwk }) => ({ ...publicJwk, ...this.extra })) };
  }

  /** Signs with a new key from now on. */
  async rotate({ forgetOld = false } = {}): Promise<void> {
    const key = await createKey(`${this.name}-${++this.made}`);
    this.keys = [key, ...(forgetOld ? [] : this.keys)];
  }

  sign(payload: JWTPayload): Promise<string> {
    return signWith(this.current, payload);
  }
}

/** Makes a key that nobody published. */
export async function createKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, x5t: kid, use: 'sig', kty: 'RSA' } };
}

/** Signs with RS256, as Entra and Bot Framework do. */
export const signWith = ({ kid, privateKey }: SigningKey, payload: JWTPayload): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, x5t: kid }).sign(privateKey);
