import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { createAuthorize } from '../../src/bot/botToken';
import type { BotRegistration } from '../../src/config/registrations';
import { createAppCertificate } from '../support/entra/certificates';
import { homeTenant, type EntraApp } from '../support/entra/directory';
import { startEntra, type Entra } from '../support/entra/startEntra';
import { TestClock } from '../support/testClock';

const clock = new TestClock();
let entra: Entra;
let app: EntraApp;
let folder: string;

beforeAll(async () => {
  entra = await startEntra({ now: () => clock.now() });
  folder = mkdtempSync(join(tmpdir(), 'partner-desk-'));
  process.env.IDENTITY_ENDPOINT = `${entra.authorityHost}/app-service/msi/token`;
  process.env.IDENTITY_HEADER = 'header';
});
beforeEach(() => {
  app = entra.state.addApp({ name: 'Bot', secrets: ['right'] });
});
afterAll(async () => {
  delete process.env.IDENTITY_ENDPOINT;
  delete process.env.IDENTITY_HEADER;
  await entra.close();
  rmSync(folder, { recursive: true, force: true });
});

const authorizeWith = (proof: BotRegistration['proof']) => {
  const bot = { id: app.clientId, tenantId: homeTenant, loginUrl: entra.authorityHost, openIdMetadataUrl: '', proof };
  const authorize = createAuthorize(bot, { fetch, clock, allowedHosts: ['smba.trafficmanager.net'] });
  return (url = 'https://smba.trafficmanager.net/emea/v3/conversations') => authorize(url);
};
const tokenWith = async (proof: BotRegistration['proof']) => {
  const authorization = (await authorizeWith(proof)()) ?? '';
  expect(authorization).toMatch(/^Bearer /);
  return decodeJwt(authorization.replace('Bearer ', ''));
};
const writeCertificate = async () => {
  const { certificate, privateKey } = await createAppCertificate();
  const path = join(folder, `${app.clientId}.pem`);
  writeFileSync(path, privateKey + certificate);
  return { path, certificate };
};

const calls = () => entra.calls({ clientId: app.clientId }).length;

describe("the bot's own token", () => {
  it('is had with a secret', async () => {
    expect(await tokenWith({ kind: 'secret', secret: 'right' })).toMatchObject({
      aud: 'https://api.botframework.com',
      appid: app.clientId,
    });
  });

  it('is had with the certificate of the registration, and with no other', async () => {
    const { path, certificate } = await writeCertificate();
    await expect(tokenWith({ kind: 'certificate', path })).rejects.toThrow(/AADSTS700027/);
    app.certificates.push(certificate);
    expect(await tokenWith({ kind: 'certificate', path })).toMatchObject({ appid: app.clientId });
  });

  it('is had with a managed identity that stands for the registration', async () => {
    entra.state.managedIdentities.push({ clientId: undefined, principalId: 'machine' });
    app.federatedSubjects.push('machine');
    const token = await tokenWith({ kind: 'federated', managedIdentityId: undefined });
    expect(token).toMatchObject({ appid: app.clientId, idtyp: 'app' });
  });

  it('is that of the managed identity, where the bot is one', async () => {
    entra.state.managedIdentities.push({ clientId: app.clientId, principalId: 'bot-principal' });
    expect(await tokenWith({ kind: 'managedIdentity' })).toMatchObject({
      aud: 'https://api.botframework.com',
      appid: app.clientId,
      sub: 'bot-principal',
    });
  });

  it.each([
    'https://evil.example/v3/',
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
  ])('is not given for %s, whatever was stored', async (url) => {
    const authorize = authorizeWith({ kind: 'secret', secret: 'right' });
    await expect(authorize(url)).rejects.toThrow(/ALLOWED_SERVICE_URLS/);
    expect(calls()).toBe(0);
  });

  it('is not fetched again while it lasts, and once for all who ask when it ends', async () => {
    const authorize = authorizeWith({ kind: 'secret', secret: 'right' });
    await Promise.all([authorize(), authorize(), authorize()]);
    await clock.jump(54 * 60_000);
    await authorize();
    expect(calls()).toBe(1);
    await clock.jump(2 * 60_000);
    await Promise.all([authorize(), authorize()]);
    expect(calls()).toBe(2);
  });

  it.each(['metadata', 'token'])(
    'takes its secret nowhere when the %s of the authority lead elsewhere',
    async (what) => {
      let reached = 0;
      const elsewhere = createServer((_request, response) => {
        reached++;
        response.end('{}');
      }).listen(0, '127.0.0.1');
      await once(elsewhere, 'listening');
      const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
      const path = what === 'token' ? '/oauth2/v2.0/token' : '/openid-configuration';
      const fault = entra.state.faults.add({ path, status: 307, headers: { location } });
      await expect(tokenWith({ kind: 'secret', secret: 'right' })).rejects.toThrow(/\w/);
      fault.end();
      elsewhere.close();
      expect(fault.hits).toBeGreaterThan(0);
      expect(reached).toBe(0);
    },
  );

  it.each([
    ['a server error', { status: 503 }],
    ['no JSON', { body: '<html>' }],
    ['an empty answer', { body: '' }],
    ['a refusal', { code: 7000215 as const }],
  ])('is refused, not invented, at %s, and had afterwards', async (_what, how) => {
    const authorize = authorizeWith({ kind: 'secret', secret: 'right' });
    const fault = entra.state.faults.add({ path: '/oauth2/v2.0/token', ...how });
    await expect(authorize()).rejects.toThrow(/\w/);
    fault.end();
    expect(await authorize()).toMatch(/^Bearer /);
  });
});

describe('a certificate that cannot be used', () => {
  it.each([
    ['is not there', () => join(folder, 'none.pem'), /cannot be read/],
    [
      'has no key',
      async () => {
        const { certificate } = await createAppCertificate();
        const path = join(folder, 'keyless.pem');
        writeFileSync(path, certificate);
        return path;
      },
      /certificate and the private key/,
    ],
    [
      'has the key of another',
      async () => {
        const [one, other] = await Promise.all([createAppCertificate(), createAppCertificate()]);
        const path = join(folder, 'mixed.pem');
        writeFileSync(path, one.certificate + other.privateKey);
        return path;
      },
      /certificate and the private key/,
    ],
  ])('%s: it is said at the start', async (_what, make, words) => {
    const path = await make();
    expect(() => authorizeWith({ kind: 'certificate', path })).toThrow(words);
  });
});
