import { createSecretKey } from 'node:crypto';
import { exportSPKI, importJWK, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { EntraApp, EntraUser } from './directory';
import type { EntraState } from './entraState';
import { createKey, signWith } from './signingKeys';
import { teamsToken } from './tokens';

/** How a token that Teams gives is to differ from a good one. */
export interface SsoChanges {
  /** v2 by default; v1 where the app registration asks for no version. */
  version?: 1 | 2;
  /** Over the claims of a good one; `undefined` takes a claim away. */
  claims?: JWTPayload;
  /** Whether the person signed in with a second factor; so by default when the person has one. */
  mfa?: boolean;
  forged?: 'none' | 'hs256WithPublicKey' | 'otherKeySameKid' | 'unknownKid' | 'changedAfterwards' | 'unsigned';
}

/** A Teams single sign-on token of a person for an app, good or forged. */
export async function ssoToken(
  state: EntraState,
  user: EntraUser,
  app: EntraApp,
  changes: SsoChanges,
): Promise<string> {
  const validity = { now: state.now(), seconds: state.lifetimes.ssoToken };
  const good = teamsToken(user, app, state.issuer(user.tid), changes.version ?? 2, validity);
  const mfa = changes.mfa ?? user.mfa === 'enrolled';
  state.sessions.set(String(good.uti), { oid: user.oid, mfa, claims: undefined, signedInAt: state.now() });
  const claims = { ...good, ...changes.claims };
  return changes.forged ? forge(state, claims, changes.forged) : state.keys.sign(claims);
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token with the claims of a good one that nobody may take. */
export async function forge(
  state: Pick<EntraState, 'keys'>,
  claims: JWTPayload,
  how: NonNullable<SsoChanges['forged']>,
): Promise<string> {
  const { current } = state.keys;
  if (how === 'none' || how === 'unsigned') {
    const alg = how === 'none' ? 'none' : 'RS256';
    return `${encode({ alg, typ: 'JWT', kid: current.kid })}.${encode(claims)}.`;
  }
  if (how === 'hs256WithPublicKey') {
    const key = (await importJWK({ ...current.publicJwk, ext: true }, 'RS256')) as CryptoKey;
    const secret = createSecretKey(Buffer.from(await exportSPKI(key)));
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: current.kid }).sign(secret);
  }
  if (how === 'changedAfterwards') {
    const [header, , signature] = (await state.keys.sign(claims)).split('.');
    return `${header}.${encode({ ...claims, name: 'Somebody Else' })}.${signature}`;
  }
  return signWith(await createKey(how === 'otherKeySameKid' ? current.kid : 'nobody-knows-it'), claims);
}
