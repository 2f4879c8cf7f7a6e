import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createWebhook } from '../../src/watch/webhook/createWebhook';
import type { PartnerCenterEvent } from '../../src/watch/webhook/eventSink';
import type { WebhookDoor } from '../../src/watch/webhook/webhookDoor';
import { WebhookRefusal } from '../../src/watch/webhook/webhookRefusal';
import { TestClock } from '../support/testClock';
import { makeSigner, type Signer } from '../support/webhook/signer';
import { anyJson } from './support/anyJson';
import { changed, someChanges } from './support/changed';
import { fuzzRuns, fuzzTimeoutMs } from './support/fuzzRuns';

jest.setTimeout(fuzzTimeoutMs);

const clock = new TestClock();
const folder = mkdtempSync(join(tmpdir(), 'partner-desk-fuzz-'));
const certificateUrl = 'https://certificates.example/microsoft.cer';
const called: string[] = [];
const taken: PartnerCenterEvent[] = [];
let door: WebhookDoor;
let microsoft: Signer;

beforeAll(async () => {
  const root = await makeSigner(clock.now(), { subject: 'CN=Test Root', isAuthority: true, isFresh: true });
  microsoft = await makeSigner(clock.now(), { issuer: root, isFresh: true });
  const rootsPath = join(folder, 'roots.pem');
  writeFileSync(rootsPath, root.pem);
  const config = { secret: 'x'.repeat(24), url: null, certificateHosts: ['certificates.example'], rootsPath };
  const fetchCertificate: typeof fetch = (input) => {
    called.push(new Request(input).url);
    return Promise.resolve(new Response(new Uint8Array(microsoft.der)));
  };
  door = createWebhook(
    config,
    { accept: (event) => Promise.resolve(taken.push(event) > 0) },
    { fetch: fetchCertificate, clock },
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const event = {
  EventName: 'referral-updated',
  ResourceUri: 'https://api.partnercenter.microsoft.com/engagements/v1/referrals/0c4bd6fa-0000-4000-8000-000000000001',
  ResourceName: 'referral',
  AuditUri: null,
};
const body = fc.oneof(
  fc.tuple(someChanges, fc.nat({ max: 86_400_000 })).map(([changes, agoMs]) => {
    const whole = { ...event, ResourceChangeUtcDate: new Date(clock.now() - agoMs).toISOString() };
    return Buffer.from(JSON.stringify(changed(whole, changes)) ?? '');
  }),
  anyJson.map((json) => Buffer.from(JSON.stringify(json))),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);
const text = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }));
const header = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, text, fc.constant(undefined), fc.array(text, { maxLength: 2 }));
const urls = fc.oneof(
  fc.constantFrom(
    'https://certificates.example@evil.example/microsoft.cer',
    'https://certificates.example.evil.example/',
    'http://certificates.example/microsoft.cer',
    'https://certificates.example:8443/microsoft.cer',
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:3978/metrics',
    'file:///etc/passwd',
    'https://certificates.example/a/../%2e%2e/microsoft.cer',
    '//certificates.example/x',
  ),
  fc.webUrl(),
);
const request = fc.record({
  body,
  isSigned: fc.boolean(),
  signature: fc.base64String({ maxLength: 400 }),
  scheme: header(fc.constant('Signature ')),
  url: header(fc.oneof({ weight: 8, arbitrary: fc.constant(certificateUrl) }, urls)),
  algorithm: header(fc.constantFrom('rsa-sha256', 'RSA-SHA256', 'rsa-sha512', 'none', 'hmac-sha256', '__proto__')),
});

test('nothing but what Microsoft signed gets through the webhook’s door, and nothing breaks it', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(request, async ({ body: sent, isSigned, signature, scheme, url, algorithm }) => {
      const before = taken.length;
      const given = isSigned ? microsoft.sign(sent) : signature;
      const headers = {
        authorization: typeof scheme === 'string' ? scheme + given : scheme,
        'x-ms-certificate-url': url,
        'x-ms-signature-algorithm': algorithm,
      };
      const outcome: unknown = await door.enter(headers, sent).then(
        () => 'in',
        (error: unknown) => error,
      );
      const isRefused = outcome instanceof WebhookRefusal;
      if (isRefused) refused += 1;
      const mayEnter =
        isSigned &&
        scheme === 'Signature ' &&
        typeof url === 'string' &&
        URL.parse(url)?.host === 'certificates.example';
      expect([outcome, taken.length - before]).toEqual(isRefused ? [outcome, 0] : [mayEnter ? 'in' : 'refused', 1]);
    }),
    fuzzRuns(7_000),
  );
  expect(new Set(called.map((address) => new URL(address).origin))).toEqual(new Set(['https://certificates.example']));
  expect(taken.length).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(1_000);
});
