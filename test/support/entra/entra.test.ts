import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OnBehalfOfCredential } from '@azure/identity';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { azureOptions, createAppCredential, msalAuth } from '../../../src/identity/appCredential';
import type { AppProof } from '../../../src/config/registrations';
import { TestClock } from '../testClock';
import { createAppCertificate } from './certificates';
import { homeTenant, type EntraApp } from './directory';
import { startEntra, type Entra } from './startEntra';

const referrals = 'https://api.partner.microsoft.com';
const redirectUri = 'https://bot.example/auth/callback';
let clock: TestClock;
let entra: Entra;
let app: EntraApp;
let folder: string;

beforeAll(async () => {
  clock = new TestClock();
  entra = await startEntra({ now: () => clock.now() });
  folder = mkdtempSync(join(tmpdir(), 'partner-desk-'));
});
beforeEach(() => {
  app = entra.state.addApp({ name: 'Partner Desk', secrets: ['right'], redirectUris: [redirectUri] });
  entra.state.calls.length = 0;
});
afterAll(async () => {
  await entra.close();
  rmSync(folder, { recursive: true, force: true });
});

const registration = () => ({ clientId: app.clientId, tenantId: homeTenant, authorityHost: entra.authorityHost });
const secret: AppProof = { kind: 'secret', secret: 'right' };
const exchange = async (assertion: string, proof: AppProof = secret) => {
  const options = { ...azureOptions(registration(), createAppCredential(proof)), userAssertionToken: assertion };
  // The constructor knows each kind of proof by itself only.
  const credential =
    'clientSecret' in options
      ? new OnBehalfOfCredential(options)
      : 'certificatePath' in options
        ? new OnBehalfOfCredential(options)
        : new OnBehalfOfCredential(options);
  return (await credential.getToken(`${referrals}/.default`)).token;
};
const msal = (proof: AppProof = secret) =>
  new ConfidentialClientApplication({ auth: msalAuth(registration(), createAppCredential(proof)) });

describe('the local Entra', () => {
  it('exchanges what Teams gives for a token of the same person', async () => {
    const token = await exchange(await entra.ssoToken(entra.people.megan, app));
    expect(decodeJwt(token)).toMatchObject({
      aud: referrals,
      iss: `https://sts.windows.net/${homeTenant}/`,
      oid: entra.people.megan.oid,
      amr: ['pwd', 'mfa'],
      exp: clock.now() / 1000 + 3600,
    });
    expect(entra.calls({ grant: 'on_behalf_of', status: 200 })).toHaveLength(1);
  });

  it('takes a certificate and a federated credential as proof of the app', async () => {
    const { certificate, privateKey } = await createAppCertificate();
    const path = join(folder, 'app.pem');
    writeFileSync(path, certificate + privateKey);
    app.certificates.push(certificate);
    const assertion = await entra.ssoToken(entra.people.megan, app);
    expect(await exchange(assertion, { kind: 'certificate', path })).toBeTruthy();
    const scopes = [`${referrals}/.default`];
    const own = await msal({ kind: 'certificate', path }).acquireTokenByClientCredential({ scopes });
    expect(decodeJwt(own?.accessToken ?? '')).toMatchObject({ appid: app.clientId, idtyp: 'app' });

    process.env.IDENTITY_ENDPOINT = `${entra.authorityHost}/x/msi/token`;
    process.env.IDENTITY_HEADER = 'header';
    entra.state.managedIdentities.push({ clientId: 'own', principalId: 'principal' });
    app.federatedSubjects.push('principal');
    expect(await exchange(assertion, { kind: 'federated', managedIdentityId: 'own' })).toBeTruthy();
    app.federatedSubjects.length = 0;
    await expect(exchange(assertion, { kind: 'federated', managedIdentityId: 'own' })).rejects.toThrow(/AADSTS700213/);
  });

  it.each([
    ['a wrong secret', 7000215, () => void (app.secrets = ['other'])],
    ['missing consent', 65001, () => entra.state.policies.withdrawConsent(app, referrals)],
    ['a blocked resource', 53003, () => void entra.state.policies.blocked.add(referrals)],
    ['a disabled person', 50057, () => void (entra.people.megan.disabled = true)],
    ['a challenge', 50076, () => void entra.state.policies.challenges.set(referrals, '{"access_token":{}}')],
  ])('refuses %s with AADSTS%i', async (_what, code, spoil) => {
    const assertion = await entra.ssoToken(entra.people.megan, app);
    spoil();
    try {
      await expect(exchange(assertion)).rejects.toThrow(new RegExp(`AADSTS${code}:`));
    } finally {
      entra.state.policies.blocked.clear();
      entra.state.policies.challenges.clear();
      entra.people.megan.disabled = false;
    }
    expect(entra.calls({ code })).toHaveLength(1);
  });

  it('wants a second factor of who signed in without one', async () => {
    entra.state.policies.mfaFor.add(referrals);
    const assertion = await entra.ssoToken(entra.people.megan, app, { mfa: false });
    await expect(exchange(assertion)).rejects.toThrow(/AADSTS50076/);
    expect(await exchange(await entra.ssoToken(entra.people.megan, app))).toBeTruthy();
    entra.state.policies.mfaFor.clear();
  });

  it.each(['none', 'unsigned', 'hs256WithPublicKey', 'otherKeySameKid', 'unknownKid', 'changedAfterwards'] as const)(
    'takes no forged assertion: %s',
    async (forged) => {
      const assertion = await entra.ssoToken(entra.people.megan, app, { forged });
      await expect(exchange(assertion)).rejects.toThrow(/AADSTS50013/);
    },
  );

  it('takes no assertion that is over', async () => {
    const assertion = await entra.ssoToken(entra.people.megan, app);
    await clock.advance(3_601_000);
    await expect(exchange(assertion)).rejects.toThrow(/AADSTS500133/);
  });
});

/** Signs in as a browser does, and gives the parameters that the app gets. */
async function authorize(changes: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: app.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: `${referrals}/user_impersonation offline_access openid profile`,
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: entra.people.isaiah.upn,
    ...changes,
  });
  const url = `${entra.authorityHost}/${homeTenant}/oauth2/v2.0/authorize?${query.toString()}`;
  const answer = await fetch(url, { redirect: 'manual' });
  const location = answer.headers.get('location');
  return { answer, verifier, back: location ? new URL(location).searchParams : new URLSearchParams() };
}

/** Signs in with MSAL, and gives what refreshes. */
const signIn = async () => {
  const { back, verifier: codeVerifier } = await authorize();
  const client = msal();
  const scopes = [`${referrals}/user_impersonation`];
  const request = { code: back.get('code') ?? '', redirectUri, scopes, codeVerifier };
  const { account } = await client.acquireTokenByCode({ ...request, nonce: 'nonce-1' });
  return () => client.acquireTokenSilent({ account: account ?? ({} as never), scopes, forceRefresh: true });
};

describe('signing in to the local Entra', () => {
  it('gives a code for one use, tokens with the nonce, and refresh tokens that rotate', async () => {
    const { back, verifier: codeVerifier } = await authorize();
    expect(back.get('state')).toBe('state-1');
    const client = msal();
    const request = {
      code: back.get('code') ?? '',
      redirectUri,
      scopes: [`${referrals}/user_impersonation`],
      codeVerifier,
    };
    const first = await client.acquireTokenByCode({ ...request, nonce: 'nonce-1' });
    expect(first.idTokenClaims).toMatchObject({ nonce: 'nonce-1', oid: entra.people.isaiah.oid });
    await expect(msal().acquireTokenByCode({ ...request, nonce: 'nonce-1' })).rejects.toThrow(/AADSTS54005/);

    const refresh = (forceRefresh = true) =>
      client.acquireTokenSilent({ account: first.account ?? ({} as never), scopes: request.scopes, forceRefresh });
    await refresh();
    expect(entra.calls({ grant: 'refresh_token', status: 200 })).toHaveLength(1);
    await clock.advance(89 * 86_400_000);
    await refresh();
    await clock.advance(91 * 86_400_000);
    await expect(refresh()).rejects.toThrow(/AADSTS700082/);
  });

  it('kills refresh tokens when the password changes and when they are revoked', async () => {
    const refresh = await signIn();
    await clock.advance(1000);
    entra.people.isaiah.passwordChangedAt = clock.now();
    await expect(refresh()).rejects.toThrow(/AADSTS50173/);
    const again = await signIn();
    entra.state.grants.revoke(entra.people.isaiah.oid);
    await expect(again()).rejects.toThrow(/AADSTS50173|AADSTS70000/);
  });

  it('wants the verifier of the challenge', async () => {
    const { back } = await authorize();
    const scopes = [`${referrals}/user_impersonation`];
    const request = { code: back.get('code') ?? '', redirectUri, scopes, codeVerifier: 'x'.repeat(43) };
    await expect(msal().acquireTokenByCode({ ...request, nonce: 'nonce-1' })).rejects.toThrow(/AADSTS501481/);
  });

  it('asks who it is, and posts a form where that is wanted', async () => {
    const { answer } = await authorize({ login_hint: '' });
    expect(await answer.text()).toContain('Megan Bowen');
    const posted = await authorize({ response_mode: 'form_post' });
    expect(await posted.answer.text()).toMatch(
      /<form method="post" action="https:\/\/bot\.example\/auth\/callback">.*name="code"/,
    );
  });

  it('shows no code to a redirect URI that is not registered, and tells the app what was refused', async () => {
    const wrong = await authorize({ redirect_uri: 'https://evil.example/' });
    expect(wrong.answer.status).toBe(400);
    expect(await wrong.answer.text()).toContain('AADSTS50011');
    const foreign = await authorize({ login_hint: entra.people.stranger.upn });
    expect(foreign.back.get('error_description')).toContain('AADSTS50020');
  });
});
