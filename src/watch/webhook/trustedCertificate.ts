import type { X509Certificate } from 'node:crypto';
import type { CertificateSource } from './certificateSource';
import { WebhookRefusal } from './webhookRefusal';

/** What a signer's certificate has to satisfy. */
export interface Trust {
  roots: readonly X509Certificate[];
  /** Fetches the certificate that issued another, from where that one says. */
  issuers: CertificateSource;
}

/** The organisation in the subject of Partner Center's certificate. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhooks */
const organisation = 'O=Microsoft Corporation';
/** A chain is the signer, at most two between, and a root. */
const mostIssuers = 3;
const leastBits = 2_048;

/**
 * Checks that a certificate belongs to Microsoft: its organisation, its key, its dates, and a chain to a trusted root whose
 * every link is signed, valid at that time, and allowed to issue.
 * @param now ms, UTC
 * @throws WebhookRefusal
 */
export async function checkCertificate(leaf: X509Certificate, { roots, issuers }: Trust, now: number): Promise<void> {
  const organisations = leaf.subject.split('\n').filter((line) => line.startsWith('O='));
  if (organisations.length !== 1 || organisations[0] !== organisation) refuse('of another organisation');
  const { asymmetricKeyType, asymmetricKeyDetails } = leaf.publicKey;
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < leastBits) refuse('with a weak key');
  let current = leaf;
  for (let depth = 0; depth < mostIssuers; depth++) {
    if (!isValidAt(current, now)) refuse('not valid at this time');
    const below = current;
    const root = roots.find((candidate) => isIssuedBy(below, candidate));
    if (root) {
      if (!isValidAt(root, now)) refuse('of a root that is not valid at this time');
      return;
    }
    const issuer = await issuers(issuerUrl(current));
    if (!isIssuedBy(current, issuer)) refuse('not issued by what it names');
    current = issuer;
  }
  refuse('without a trusted root');
}

function refuse(why: string): never {
  throw new WebhookRefusal('certificate', `a certificate ${why}`);
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

const isValidAt = ({ validFrom, validTo }: X509Certificate, now: number): boolean =>
  Date.parse(validFrom) <= now && now <= Date.parse(validTo);

/** Where the issuer's certificate is (RFC 5280, 4.2.2.1). */
function issuerUrl({ infoAccess }: X509Certificate): string {
  const url = /^CA Issuers - URI:(\S+)$/m.exec(infoAccess ?? '')?.[1];
  return url ?? refuse('without a trusted root');
}
