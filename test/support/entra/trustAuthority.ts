import tls from 'node:tls';

/** Makes everything in this process trust a certificate authority; child processes need NODE_EXTRA_CA_CERTS. */
export function trustAuthority(certificate: string): void {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate]);
}
