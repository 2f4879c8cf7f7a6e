import { createSign, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { derCertificate } from './derCertificate';

const day = 86_400_000;
const authority = ['Sandbox', 'Sandbox Root'] as const;
const signer = ['Microsoft Corporation', 'pcnotifications-dispatch.sandbox'] as const;

/** Signs events as Partner Center does, under an authority of the sandbox's own. */
export class EventSigner {
  private readonly rootKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  /** The authority's certificate, PEM. */
  readonly root: string;
  /** The signer's certificate, DER. */
  readonly certificate: Buffer;

  /** @param now ms, UTC */
  constructor(now: number) {
    const validity = { notBefore: new Date(now - day), notAfter: new Date(now + 3_650 * day) };
    const common = { issuer: authority, issuerKey: this.rootKeys.privateKey, ...validity };
    const { publicKey } = this.rootKeys;
    const root = derCertificate({ ...common, subject: authority, publicKey, isAuthority: true, serial: 1 });
    this.root = new X509Certificate(root).toString();
    const { publicKey: own } = this.keys;
    this.certificate = derCertificate({ ...common, subject: signer, publicKey: own, isAuthority: false, serial: 2 });
  }

  /** The signature of a body, base64. */
  sign(body: string): string {
    return createSign('RSA-SHA256').update(body).sign(this.keys.privateKey, 'base64');
  }
}
