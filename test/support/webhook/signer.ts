import { createSign } from 'node:crypto';
import {
  AuthorityInfoAccessExtension,
  BasicConstraintsExtension,
  X509CertificateGenerator,
  cryptoProvider,
  type X509Certificate,
} from '@peculiar/x509';

cryptoProvider.set(crypto);

const day = 86_400_000;
const rsa = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength,
});
const elliptic = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** What is unusual about a certificate. */
export interface CertificateFacts {
  subject?: string;
  issuer?: Signer;
  /** Where it says that its issuer's certificate is. */
  issuerUrl?: string;
  isAuthority?: boolean;
  bits?: number;
  isElliptic?: boolean;
  /** A key of its own; others that are unusual share one, as making them takes time. */
  isFresh?: boolean;
  notBefore?: Date;
  notAfter?: Date;
}

/** Somebody with a key and a certificate. */
export interface Signer {
  certificate: X509Certificate;
  keys: CryptoKeyPair;
  der: Buffer;
  pem: string;
  /** base64 */
  sign(body: string | Uint8Array, hash?: string): string;
}

type Algorithm = ReturnType<typeof rsa> | typeof elliptic;
const makeKeys = (algorithm: Algorithm): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
const shared = new Map<string, Promise<CryptoKeyPair>>();

function sharedKeys(algorithm: Algorithm): Promise<CryptoKeyPair> {
  const name = JSON.stringify(algorithm);
  const keys = shared.get(name) ?? makeKeys(algorithm);
  shared.set(name, keys);
  return keys;
}

/** Makes a key and a certificate for it; its own root unless an issuer is named. `now` is ms, UTC. */
export async function makeSigner(now: number, facts: CertificateFacts = {}): Promise<Signer> {
  const { subject = 'O=Microsoft Corporation, CN=pcnotifications-dispatch.microsoft.com', issuer } = facts;
  const algorithm = facts.isElliptic ? elliptic : rsa(facts.bits ?? 2048);
  const keys = await (facts.isFresh ? makeKeys(algorithm) : sharedKeys(algorithm));
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: issuer ? rsa(2048) : algorithm,
    notBefore: facts.notBefore ?? new Date(now - day),
    notAfter: facts.notAfter ?? new Date(now + day),
    extensions: [
      new BasicConstraintsExtension(facts.isAuthority ?? false, undefined, true),
      ...(facts.issuerUrl ? [new AuthorityInfoAccessExtension({ caIssuers: facts.issuerUrl })] : []),
    ],
  });
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    certificate,
    keys,
    der: Buffer.from(certificate.rawData),
    pem: certificate.toString('pem'),
    sign: (body, hash = 'RSA-SHA256') =>
      createSign(hash).update(body).sign({ key, format: 'der', type: 'pkcs8' }, 'base64'),
  };
}
