import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  cryptoProvider,
  type X509Certificate,
} from '@peculiar/x509';

cryptoProvider.set(crypto);

/** A certificate with its private key, both PEM. */
export interface Issued {
  certificate: string;
  privateKey: string;
}

/** A certificate authority of one test. */
export interface TestAuthority {
  /** Its own certificate, PEM, for NODE_EXTRA_CA_CERTS and the like. */
  certificate: string;
  /** A certificate for `localhost` and 127.0.0.1. */
  forLoopback(): Promise<Issued>;
}

const elliptic = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const day = 86_400_000;
/** Certificates are judged by the machine's clock, whatever the test's says. */
const validity = () => ({ notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) });

/** Makes a certificate authority. */
export async function createTestAuthority(): Promise<TestAuthority> {
  const keys = await crypto.subtle.generateKey(elliptic, true, ['sign', 'verify']);
  const authority = await X509CertificateGenerator.createSelfSigned({
    // Each has a name of its own: a process that trusts several finds the right one by it.
    name: `CN=Partner Desk tests ${crypto.randomUUID()}`,
    keys,
    signingAlgorithm: elliptic,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
    ...validity(),
  });
  return {
    certificate: authority.toString('pem'),
    async forLoopback() {
      const own = await crypto.subtle.generateKey(elliptic, true, ['sign', 'verify']);
      const certificate = await X509CertificateGenerator.create({
        subject: 'CN=localhost',
        issuer: authority.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: elliptic,
        extensions: [
          new SubjectAlternativeNameExtension([
            { type: 'dns', value: 'localhost' },
            { type: 'ip', value: '127.0.0.1' },
          ]),
        ],
        ...validity(),
      });
      return issued(certificate, own.privateKey);
    },
  };
}

/** A self-signed certificate as an app registration in Entra has one: RSA. */
export async function createAppCertificate(name = 'Partner Desk'): Promise<Issued> {
  const keys = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: rsa,
    ...validity(),
  });
  return issued(certificate, keys.privateKey);
}

async function issued(certificate: X509Certificate, key: CryptoKey): Promise<Issued> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key));
  const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return {
    certificate: `${certificate.toString('pem')}\n`,
    privateKey: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
  };
}
