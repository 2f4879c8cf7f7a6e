import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { startDesk, type TestDesk } from '../support/desk';
import { eventually } from '../support/eventually';
import { startCertificateHost, type CertificateHost } from '../support/webhook/certificateHost';
import { makeSigner, type CertificateFacts, type Signer } from '../support/webhook/signer';

const secret = 'a-secret-that-nobody-can-guess-0123';
const start = Date.parse('2026-11-21T09:00:00Z');
const day = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'partner-desk-webhook-'));

let desk: TestDesk;
let host: CertificateHost;
let root: Signer;
let between: Signer;
let microsoft: Signer;

beforeAll(async () => {
  host = await startCertificateHost();
  root = await makeSigner(start, {
    subject: 'CN=Test Root',
    isAuthority: true,
    isFresh: true,
    notAfter: new Date(start + 900 * day),
  });
  between = await makeSigner(start, { subject: 'CN=Test CA', isAuthority: true, isFresh: true, issuer: root });
  microsoft = await issued({ isFresh: true });
  host.files.set('/between.crt', between.der);
  host.files.set('/microsoft.cer', microsoft.der);
  const rootsPath = join(folder, 'roots.pem');
  writeFileSync(rootsPath, root.pem);
  const env = { WEBHOOKS: 'on', WEBHOOK_SECRET: secret, WEBHOOK_ROOTS_PATH: rootsPath, POLL_INTERVAL_SECONDS: '3600' };
  desk = await startDesk({ env });
  await eventually('the first look and what belongs to it', () => looks() >= 2);
});
afterAll(async () => {
  await Promise.all([desk.close(), host.close()]);
  rmSync(folder, { recursive: true });
});

const issued = (facts: CertificateFacts) =>
  makeSigner(start, { issuer: between, issuerUrl: host.url('/between.crt'), ...facts });
const looks = () => desk.sandbox.world.requests().filter(({ path }) => path.startsWith('/v1.0/engagements')).length;

let events = 0;
/** A body that did not come before. */
const event = (changes: Record<string, unknown> = {}) => {
  events += 1;
  return JSON.stringify({
    EventName: 'referral-updated',
    ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/0c4bd6fa-0000-4000-8000-${String(events).padStart(12, '0')}`,
    ResourceName: 'referral',
    AuditUri: null,
    ResourceChangeUtcDate: '2026-11-21T08:59:06.3520276+00:00',
    ...changes,
  });
};
const today = () => ({ ResourceChangeUtcDate: new Date(desk.clock.now()).toISOString() });
const signed = (body: string | Uint8Array, by = microsoft): Record<string, string> => ({
  'content-type': 'application/json',
  authorization: `Signature ${by.sign(body)}`,
  'x-ms-certificate-url': host.url('/microsoft.cer'),
  'x-ms-signature-algorithm': 'rsa-sha256',
});
const send = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  path = `/api/partner-center/events/${secret}`,
) => fetch(`http://127.0.0.1:${desk.app.port}${path}`, { method: 'POST', headers, body });
async function counts(): Promise<Map<string, number>> {
  const metrics = await (await fetch(`http://127.0.0.1:${desk.app.port}/metrics`)).text();
  const lines = metrics.matchAll(/^partner_desk_refused_total\{door="webhook",reason="(\w+)"\} (\d+)$/gm);
  return new Map([...lines].map(([, reason = '', count]) => [reason, Number(count)]));
}
/** Sends it, and gives the status, what was counted, and whether anybody looked. */
async function outcome(...call: Parameters<typeof send>): Promise<string[]> {
  const [looksBefore, before] = [looks(), await counts()];
  const answer = await send(...call);
  const after = [...(await counts())].filter(([reason, count]) => count !== (before.get(reason) ?? 0));
  const text = await answer.text();
  const looked = looks() > looksBefore ? ['looked'] : [];
  return [String(answer.status), ...after.map(([reason]) => reason), ...(text === '{}' ? [] : [text]), ...looked];
}
/** Sends it, and waits for the look that it makes. */
async function accepted(...call: Parameters<typeof send>): Promise<number> {
  const before = looks();
  const { status } = await send(...call);
  await eventually('a look', () => status !== 200 || looks() > before);
  return status;
}

describe('what Partner Center sends', () => {
  it('makes the bot read the referral of which it told, which is then posted', async () => {
    await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
    const [referral] = desk.sandbox.world.referrals.arrive({});
    const ResourceUri = `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${referral?.id}`;
    const body = event({ ResourceUri });
    expect((await send(body, signed(body))).status).toBe(200);
    await desk.until('the card is there', () => JSON.stringify(desk.teams.requests).includes(referral?.id ?? '-'));
  });

  it('may carry its signature in x-ms-signature', async () => {
    const body = event();
    const { authorization = '', ...headers } = signed(body);
    expect(await accepted(body, { ...headers, 'x-ms-signature': authorization })).toBe(200);
  });

  it.each(['rsa-sha384', 'RSA-SHA512'])('may be signed with %s', async (algorithm) => {
    const body = event();
    const signature = `Signature ${microsoft.sign(body, algorithm.toUpperCase())}`;
    const headers = { ...signed(body), authorization: signature, 'x-ms-signature-algorithm': algorithm };
    expect(await accepted(body, headers)).toBe(200);
  });

  it('makes the bot ask for its certificate once, however much comes', async () => {
    host.files.set('/once.cer', microsoft.der);
    for (let i = 0; i < 5; i++) {
      const body = event();
      expect(await accepted(body, { ...signed(body), 'x-ms-certificate-url': host.url('/once.cer') })).toBe(200);
    }
    expect(host.asked.filter((path) => path === '/once.cer')).toHaveLength(1);
  });

  it('without a referral makes nobody look', async () => {
    const body = event({ ...today(), EventName: 'test-created', ResourceUri: 'http://localhost:16722/v1/x' });
    expect(await outcome(body, signed(body))).toEqual(['200']);
  });
});

describe('the address', () => {
  it.each(['', 'x', secret.slice(0, -1), `${secret}x`, secret.toUpperCase(), '%00', '..%2f'])(
    'ending in "%s" is not there',
    async (segment) => {
      const body = event();
      const answer = await send(body, signed(body), `/api/partner-center/events/${segment}`);
      expect(answer.status).toBe(404);
    },
  );

  it('is counted when its secret is wrong', async () => {
    const body = event();
    expect(await outcome(body, signed(body), '/api/partner-center/events/guess')).toEqual(['404', 'secret']);
  });

  it('takes nothing but POST', async () => {
    const url = `http://127.0.0.1:${desk.app.port}/api/partner-center/events/${secret}`;
    for (const method of ['GET', 'PUT', 'DELETE']) expect((await fetch(url, { method })).status).toBe(405);
  });
});

describe('a signature', () => {
  it.each([
    ['that is missing', { authorization: '' }],
    ['of another scheme', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }],
    ['that is a token without a signature', { authorization: 'Bearer sandbox.referrals.service' }],
    ['that is not base64', { authorization: 'Signature !!!!' }],
    ['that is half base64', { authorization: 'Signature QUJD*UJD' }],
    ['that is empty', { authorization: 'Signature ' }],
    ['that is far too long', { authorization: `Signature ${'QUJD'.repeat(1000)}` }],
    ['beside another one', { 'x-ms-signature': 'Signature QUJD' }],
    ['without the address of a certificate', { 'x-ms-certificate-url': '' }],
  ])('%s is refused', async (_what, changes) => {
    const body = event();
    const given = Object.entries({ ...signed(body), ...changes }).filter(([, value]) => value !== '');
    expect(await outcome(body, Object.fromEntries(given))).toEqual(['401', 'header']);
  });

  it.each(['none', '', 'rsa-sha1', 'rsa-md5', 'hs256', 'hmac-sha256', 'ecdsa-sha256', '__proto__', 'constructor'])(
    'with the algorithm "%s" is refused',
    async (algorithm) => {
      const body = event();
      expect(await outcome(body, { ...signed(body), 'x-ms-signature-algorithm': algorithm })).toEqual([
        '401',
        'algorithm',
      ]);
    },
  );

  it('over another body is refused', async () => {
    expect(await outcome(event(), signed(event()))).toEqual(['401', 'signature']);
  });

  it('over the same JSON in other bytes is refused', async () => {
    const body = event();
    expect(await outcome(`${body}\n`, signed(body))).toEqual(['401', 'signature']);
  });

  it('of another key is refused', async () => {
    const body = event();
    expect(await outcome(body, signed(body, await issued({})))).toEqual(['401', 'signature']);
  });

  it('by HMAC with the public certificate as its key is refused', async () => {
    const body = event();
    const { createHmac } = await import('node:crypto');
    const signature = createHmac('sha256', microsoft.der).update(body).digest('base64');
    expect(await outcome(body, { ...signed(body), authorization: `Signature ${signature}` })).toEqual([
      '401',
      'signature',
    ]);
  });

  it('of one bit changed, wherever, is refused', async () => {
    const body = event();
    const right = Buffer.from(microsoft.sign(body), 'base64');
    for (const at of [0, 17, 128, right.length - 1]) {
      const wrong = Buffer.from(right);
      wrong.writeUInt8(wrong.readUInt8(at) ^ 1, at);
      expect(
        await outcome(body, {
          ...signed(body),
          authorization: `Signature ${wrong.toString('base64')}`,
        }),
      ).toEqual(['401', 'signature']);
    }
  });
});

describe('the address of a certificate', () => {
  it.each([
    'https://evil.example/microsoft.cer',
    'http://3psostorageacct.blob.core.windows.net/cert/x.cer',
    'https://3psostorageacct.blob.core.windows.net.evil.example/x.cer',
    'https://3psostorageacct.blob.core.windows.net@evil.example/x.cer',
    'https://user:pw@3psostorageacct.blob.core.windows.net/x.cer',
    'https://3psostorageacct.blob.core.windows.net:8443/x.cer',
    'https://3psostorageacct.blob.core.windows.net/x.cer?redirect=https://evil.example',
    'https://evil.example/#3psostorageacct.blob.core.windows.net',
    'https://www.microsoft.com/x.cer',
    'https://169.254.169.254/metadata/identity',
    'http://[::ffff:127.0.0.1]/x.cer',
    'http://2130706433.nip.io/x.cer',
    'file:///etc/passwd',
    'data:application/pkix-cert;base64,QUJD',
    'javascript:1',
    '//3psostorageacct.blob.core.windows.net/x.cer',
    `https://3psostorageacct.blob.core.windows.net/${'x'.repeat(600)}`,
  ])('%s is not called', async (url) => {
    const body = event();
    expect(await outcome(body, { ...signed(body), 'x-ms-certificate-url': url })).toEqual(['401', 'certificateUrl']);
  });

  it.each<[string, Buffer | http.RequestListener]>([
    ['leads elsewhere', (_, response) => answerWith(response, 302, host.url('/microsoft.cer'))],
    ['has an error', (_, response) => answerWith(response, 500)],
    ['has a file without end', (request, response) => endless(request, response)],
    ['has no certificate', Buffer.from('<html></html>')],
    ['has nothing', Buffer.from('')],
    ['breaks off', (request) => void request.socket.destroy()],
  ])('that %s gives no certificate, and Partner Center may try again', async (what, file) => {
    const path = `/${encodeURIComponent(what)}`;
    host.files.set(path, file);
    const body = event();
    const headers = { ...signed(body), 'x-ms-certificate-url': host.url(path) };
    expect(await outcome(body, headers)).toEqual(['503', 'certificateUnavailable']);
    host.files.set(path, microsoft.der);
    const again = event(today());
    expect(await accepted(again, { ...signed(again), 'x-ms-certificate-url': host.url(path) })).toBe(200);
  });
});

function answerWith(response: http.ServerResponse, status: number, location = ''): void {
  response.statusCode = status;
  response.setHeader('location', location);
  response.end();
}

function endless(_request: http.IncomingMessage, response: http.ServerResponse): void {
  const chunk = Buffer.alloc(16_384);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

const other = (facts: CertificateFacts) => () => issued(facts);

describe('a certificate', () => {
  it.each<[string, () => Promise<Signer>]>([
    ['of another organisation', other({ subject: 'O=Evil Corporation, CN=x' })],
    ['that names Microsoft elsewhere', other({ subject: 'CN=Microsoft Corporation' })],
    ['that names Microsoft within another name', other({ subject: 'O=Microsoft Corporation Ltd, CN=x' })],
    ['of two organisations', other({ subject: 'O=Microsoft Corporation, O=Evil, CN=x' })],
    ['with Microsoft behind a line break', other({ subject: 'O="Evil\nO=Microsoft Corporation", CN=x' })],
    ['that nobody issued', () => makeSigner(start)],
    ['that is over', other({ notAfter: new Date(start - 1) })],
    ['that is not yet valid', other({ notBefore: new Date(start + 30 * day), notAfter: new Date(start + 60 * day) })],
    ['with a short key', other({ bits: 1024 })],
    ['whose issuer cannot be had from where it says', other({ issuerUrl: 'https://evil.example/ca.crt' })],
    ['whose issuer is another one', () => issued({ issuerUrl: host.url('/microsoft.cer') })],
    [
      'issued by one that may not issue',
      async () => issued({ issuer: microsoft, issuerUrl: host.url('/microsoft.cer') }),
    ],
    ['of an authority of its own with a trusted name', ofAnImpostor],
    ['whose chain has no end', withoutEnd],
  ])('%s is refused', async (what, make) => {
    const signer = await make();
    const path = `/${encodeURIComponent(what)}.cer`;
    host.files.set(path, signer.der);
    const body = event();
    const headers = { ...signed(body, signer), 'x-ms-certificate-url': host.url(path) };
    expect(await outcome(body, headers)).toEqual(['401', expect.stringMatching(/^certificate/)]);
  });

  it('with a key that is not RSA is refused', async () => {
    const signer = await issued({ isElliptic: true });
    host.files.set('/elliptic.cer', signer.der);
    const body = event();
    const headers = { ...signed(body), authorization: `Signature ${signer.sign(body)}` };
    expect(await outcome(body, { ...headers, 'x-ms-certificate-url': host.url('/elliptic.cer') })).toEqual([
      '401',
      'certificate',
    ]);
  });

  it('that was valid when it was fetched is refused once it is over', async () => {
    const signer = await issued({ notAfter: new Date(desk.clock.now() + 1_000) });
    host.files.set('/soon.cer', signer.der);
    const url = { 'x-ms-certificate-url': host.url('/soon.cer') };
    const date = { ResourceChangeUtcDate: new Date(desk.clock.now()).toISOString() };
    const first = event(date);
    expect(await accepted(first, { ...signed(first, signer), ...url })).toBe(200);
    await desk.clock.advance(3_000);
    const second = event(date);
    expect(await outcome(second, { ...signed(second, signer), ...url })).toEqual(['401', 'certificate']);
  });
});

async function ofAnImpostor(): Promise<Signer> {
  const impostor = await makeSigner(start, { subject: 'CN=Test Root', isAuthority: true, isFresh: true });
  return makeSigner(start, { issuer: impostor });
}

async function withoutEnd(): Promise<Signer> {
  const circle = { subject: 'CN=Circle', isAuthority: true, issuerUrl: host.url('/circle.crt') };
  const authority = await makeSigner(start, circle);
  host.files.set('/circle.crt', authority.der);
  return makeSigner(start, { issuer: authority, issuerUrl: host.url('/circle.crt') });
}

describe('a body', () => {
  it('that is too large is refused before it is read to its end', async () => {
    const body = 'x'.repeat(200_000);
    expect(await outcome(body, signed(body))).toEqual(['413', 'size']);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['an array', '[]'],
    ['null', 'null'],
    ['without a name', '{"ResourceChangeUtcDate":"2026-11-21T08:59:06Z"}'],
    ['with a name that is a sentence', '{"EventName":"a\\nb","ResourceChangeUtcDate":"2026-11-21T08:59:06Z"}'],
    ['without a date', '{"EventName":"referral-updated"}'],
    ['with a date that is none', '{"EventName":"referral-updated","ResourceChangeUtcDate":"soon"}'],
    ['with a prototype', '{"__proto__":{"EventName":"referral-updated"}}'],
  ])('of %s is refused although it is signed', async (_what, body) => {
    expect(await outcome(body, signed(body))).toEqual(['400', 'event']);
  });

  it('that is not UTF-8 is refused although it is signed', async () => {
    const body = new Uint8Array([...Buffer.from('{"EventName":"'), 0xff, ...Buffer.from('"}')]);
    expect(await outcome(body, signed(body))).toEqual(['400', 'event']);
  });

  it.each(['2026-11-10T09:00:00Z', '2027-11-21T09:00:00Z'])('with the date %s is refused', async (date) => {
    const body = event({ ResourceChangeUtcDate: date });
    expect(await outcome(body, signed(body))).toEqual(['400', 'stale']);
  });

  it('that comes again is answered and makes nobody look again', async () => {
    const body = event(today());
    expect(await accepted(body, signed(body))).toBe(200);
    expect(await outcome(body, signed(body))).toEqual(['200', 'replayed']);
  });

  it('with any JSON in it harms nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const body = JSON.stringify(value);
        expect((await send(body, signed(body))).status).toBe(400);
      }),
      { numRuns: 50 },
    );
  });
});

it('any headers harm nothing', async () => {
  const names = ['authorization', 'x-ms-signature', 'x-ms-certificate-url', 'x-ms-signature-algorithm'];
  const text = fc.string({ maxLength: 60, unit: 'grapheme-ascii' }).map((value) => value.trim());
  const headers = fc.dictionary(fc.constantFrom(...names), text);
  await fc.assert(
    fc.asyncProperty(headers, async (given) => {
      expect((await send('{}', given)).status).toBe(401);
    }),
    { numRuns: 100 },
  );
});

it('where webhooks are off there is no such address', async () => {
  const off = await startDesk({ env: { WEBHOOK_SECRET: secret } });
  const url = `http://127.0.0.1:${off.app.port}/api/partner-center/events/${secret}`;
  const body = event();
  expect((await fetch(url, { method: 'POST', headers: signed(body), body })).status).toBe(404);
  await off.close();
});
