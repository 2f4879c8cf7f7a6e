import { createSign, type KeyObject } from 'node:crypto';

/** What a certificate says, and whose it is. */
export interface CertificateFacts {
  /** `O` and `CN` of whom it is for. */
  subject: readonly [organisation: string, name: string];
  publicKey: KeyObject;
  issuer: readonly [organisation: string, name: string];
  issuerKey: KeyObject;
  isAuthority: boolean;
  serial: number;
  notBefore: Date;
  notAfter: Date;
}

const day = (date: Date): Buffer => der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`));
const oid = (...bytes: number[]): Buffer => der(0x06, Buffer.from(bytes));
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const bits = (bytes: Buffer): Buffer => der(0x03, Buffer.from([0]), bytes);
const yes = Buffer.from([0x01, 0x01, 0xff]);
const none = Buffer.from([0x05, 0x00]);

const sha256WithRsa = sequence(oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b), none);
const organisationName = oid(0x55, 0x04, 0x0a);
const commonName = oid(0x55, 0x04, 0x03);
const basicConstraints = oid(0x55, 0x1d, 0x13);

/** Makes an X.509 certificate, DER (RFC 5280). */
export function derCertificate(facts: CertificateFacts): Buffer {
  const { subject, publicKey, issuer, issuerKey, isAuthority, serial, notBefore, notAfter } = facts;
  const constraints = der(0x04, isAuthority ? sequence(yes) : sequence());
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial])),
    sha256WithRsa,
    nameOf(issuer),
    sequence(day(notBefore), day(notAfter)),
    nameOf(subject),
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(sequence(basicConstraints, yes, constraints))),
  );
  return sequence(toSign, sha256WithRsa, bits(createSign('RSA-SHA256').update(toSign).sign(issuerKey)));
}

const nameOf = ([organisation, name]: readonly [string, string]): Buffer =>
  sequence(part(organisationName, organisation), part(commonName, name));

const part = (kind: Buffer, value: string): Buffer => der(0x31, sequence(kind, der(0x0c, Buffer.from(value))));

/** One value of ASN.1: its tag, its length, its content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
