import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, importX509, jwtVerify, type JWTPayload } from 'jose';
import type { EntraApp } from './directory';
import { EntraError } from './entraError';
import type { SigningKeys } from './signingKeys';

/** What an assertion is checked against. */
export interface AssertionParts {
  now: () => number;
  keys: SigningKeys;
  /** Whom managed identities' tokens are issued by. */
  managedIdentityIssuer: string;
  tokenEndpoint: string;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Throws unless the form proves that it comes from the app: by secret, certificate or federated credential. */
export async function authenticateClient(app: EntraApp, form: URLSearchParams, parts: AssertionParts): Promise<void> {
  if (app.disabled) throw new EntraError(7000112);
  const secret = form.get('client_secret');
  const assertion = form.get('client_assertion');
  if (secret !== null) {
    if (!app.secrets.some((known) => same(known, secret))) throw new EntraError(7000215);
  } else if (assertion !== null && form.get('client_assertion_type') === assertionType) {
    await checkAssertion(app, assertion, parts);
  } else throw new EntraError(7000218);
}

async function checkAssertion(app: EntraApp, assertion: string, parts: AssertionParts): Promise<void> {
  const claims = readClaims(assertion);
  if (claims.iss === parts.managedIdentityIssuer) return checkFederated(app, assertion, claims, parts);
  const header = decodeProtectedHeader(assertion);
  const used = app.certificates.find((pem) =>
    thumbprints(pem).some((print) => print === (header['x5t#S256'] ?? header.x5t)),
  );
  if (!used) throw new EntraError(700027);
  const key = await importX509(used, header.alg ?? 'RS256');
  const expected = { audience: parts.tokenEndpoint, issuer: app.clientId, subject: app.clientId };
  // Whoever makes an assertion goes by the machine's clock, and MSAL rounds its beginning up.
  const options = { ...expected, algorithms: ['RS256', 'PS256'], clockTolerance: 300 };
  await jwtVerify(assertion, key, options).catch((cause: { code?: string }) => {
    throw new EntraError(cause.code === 'ERR_JWT_EXPIRED' ? 700024 : 700027);
  });
}

async function checkFederated(
  app: EntraApp,
  assertion: string,
  claims: JWTPayload,
  parts: AssertionParts,
): Promise<void> {
  if (!app.federatedSubjects.includes(claims.sub ?? '')) throw new EntraError(700213);
  await jwtVerify(assertion, createLocalJWKSet(parts.keys.published), {
    audience: 'api://AzureADTokenExchange',
    algorithms: ['RS256'],
    currentDate: new Date(parts.now()),
  }).catch(() => {
    throw new EntraError(700027);
  });
}

function readClaims(assertion: string): JWTPayload {
  try {
    return decodeJwt(assertion);
  } catch {
    throw new EntraError(700027);
  }
}

function thumbprints(pem: string): string[] {
  const { raw } = new X509Certificate(pem);
  return ['sha256', 'sha1'].map((hash) => createHash(hash).update(raw).digest('base64url'));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
