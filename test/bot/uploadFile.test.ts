import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { uploadAddress, uploadFile } from '../../src/bot/uploadFile';
import { UploadSessions } from '../support/uploadSessions';
import { TestClock } from '../support/testClock';

const sessions = new UploadSessions();
const ranges: (string | undefined)[] = [];
const server = http.createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    if (req.method === 'PUT') ranges.push(req.headers['content-range']);
    const { status, body } = sessions.answer(
      req.method ?? '',
      (req.url ?? '').slice(1),
      req.headers,
      Buffer.concat(chunks),
    );
    // The answer to the second part is lost on its way.
    if (ranges.length === 2 && req.method === 'PUT') return req.socket.destroy();
    res.writeHead(status, { 'content-type': 'application/json' });
    return res.end(JSON.stringify(body));
  });
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test('a large file goes in parts of a multiple of 320 KiB, and on from where the session got to', async () => {
  const clock = new TestClock();
  const parts = Array.from({ length: 13 }, (_, at) => Buffer.alloc(1_000_003, at + 1));
  const size = 13 * 1_000_003;
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${sessions.begin('large.csv')}`);
  const sent: number[] = [];
  const upload = uploadFile(
    { fetch, clock, uploadsToLoopback: true },
    url,
    { parts, size, rows: 1 },
    {
      signal: new AbortController().signal,
      onSent: (bytes) => sent.push(bytes),
    },
  );
  while (sent.at(-1) !== size) {
    await new Promise((resolve) => setImmediate(resolve));
    if (clock.nextWake() !== undefined) await clock.advance(1_000);
  }
  await upload;
  expect(sessions.refusals).toEqual([]);
  expect(sessions.files[0]?.bytes.equals(Buffer.concat(parts))).toBe(true);
  const part = 16 * 320 * 1024;
  expect(ranges).toEqual([0, 1, 2].map((at) => `bytes ${at * part}-${Math.min((at + 1) * part, size) - 1}/${size}`));
  expect(sent.at(-1)).toBe(size);
});

test.each([
  ['https://contoso-my.sharepoint.com/personal/up?guid=1', false, true],
  ['http://contoso-my.sharepoint.com/personal/up', true, false],
  ['https://user:secret@contoso.sharepoint.com/up', true, false],
  ['http://127.0.0.1:4000/up', true, true],
  ['http://127.0.0.1:4000/up', false, false],
  ['https://localhost/up', false, false],
  ['http://127.0.0.1.evil.example/up', true, false],
  ['file:///etc/passwd', true, false],
  ['ftp://127.0.0.1/up', true, false],
  ['not an address', true, false],
])('%s, to this machine allowed: %s', (address, toLoopback, safe) => {
  expect(uploadAddress(address, toLoopback) !== undefined).toBe(safe);
});
