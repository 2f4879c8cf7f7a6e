import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';

/**
 * The roots that a webhook's signer is traced back to: those that Node.js comes with, or those of a PEM file.
 * @throws an error of node:crypto when the text has no certificate
 */
export function trustedRoots(pem: string | undefined): X509Certificate[] {
  const given = pem?.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (pem !== undefined && !given) throw new Error('There is no certificate in the file');
  return (given ?? rootCertificates).map((one) => new X509Certificate(one));
}
