import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../config';

/** An app's certificate as MSAL takes it. */
export interface AppCertificate {
  /** SHA-256, hexadecimal. */
  thumbprintSha256: string;
  /** PEM, PKCS #8. */
  privateKey: string;
  /** The certificate and its chain, PEM. */
  x5c: string;
}

/**
 * Reads a PEM file with a certificate, its chain if it has one, and the private key.
 * @throws ConfigError when there is no such file, or it is something else
 */
export function readCertificate(path: string): AppCertificate {
  const lines = read(path).replaceAll('\r', '');
  const chain = lines.match(/^-----BEGIN CERTIFICATE-----[^-]+^-----END CERTIFICATE-----$/gm) ?? [];
  const key = /^-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[^-]+^-----END (?:[A-Z]+ )?PRIVATE KEY-----$/m.exec(lines)?.[0];
  try {
    const certificate = new X509Certificate(chain[0] ?? '');
    const privateKey = createPrivateKey(key ?? '');
    if (!certificate.checkPrivateKey(privateKey)) throw new Error('the key is of another certificate');
    return {
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      x5c: chain.join('\n'),
    };
  } catch {
    throw unusable(path, 'must be a PEM file with a certificate and the private key that belongs to it, unencrypted');
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw unusable(path, 'cannot be read');
  }
}

const unusable = (path: string, why: string) => new ConfigError([`The certificate ${path}: ${why}`]);
