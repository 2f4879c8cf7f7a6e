import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

// What `npm run sandbox` runs, built by `npm test`.
const program = path.join(__dirname, '../../dist/sandbox/main.js');
const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')));

function run(words: string[], port: string) {
  const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, SANDBOX_PORT: port } });
  running.push(child);
  const text = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.err += chunk));
  return { child, text, closed: once(child, 'close') as Promise<[number | null, string | null]> };
}

async function start(words: string[] = []) {
  const started = run(words, '0');
  while (!started.text.out.includes('\n')) await once(started.child.stdout, 'data');
  const [referralsApiUrl = '', partnerCenterApiUrl = ''] = started.text.out.match(/http:\S+/g) ?? [];
  return { ...started, referralsApiUrl, partnerCenterApiUrl };
}

const headers = { Authorization: 'Bearer sandbox.referrals.service' };

async function newest(referralsApiUrl: string) {
  const url = `${referralsApiUrl}/engagements/referrals?$top=1&$orderby=createdDateTime desc&$select=id`;
  return ((await (await fetch(url, { headers })).json()) as { value: { id: string }[] }).value[0]?.id;
}

it('says in one line where it is', async () => {
  const { text, referralsApiUrl, partnerCenterApiUrl } = await start();
  expect(text.out).toMatch(/^Partner Center sandbox: http:\/\/127\.0\.0\.1:\d+\/v1\.0 and http:\S+\/v1\n$/);
  expect((await fetch(`${referralsApiUrl}/engagements/referrals`, { headers })).status).toBe(200);
  expect((await fetch(`${partnerCenterApiUrl}/customers`)).status).toBe(401);
});

it('lets new referrals arrive with --arrivals', async () => {
  const { referralsApiUrl } = await start(['--arrivals', '20ms', '--seed', 'winter']);
  const first = await newest(referralsApiUrl);
  let later = first;
  while (later === first) later = await newest(referralsApiUrl);
  expect(later).toMatch(/^[\da-f-]{36}$/);
});

it.each(['SIGINT', 'SIGTERM'] as const)('stops at once on %s, with requests open', async (signal) => {
  const { child, closed, referralsApiUrl } = await start(['--arrivals', '8s']);
  const fault = JSON.stringify({ path: '.', delayMs: 600_000 });
  const control = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: fault };
  await fetch(`${new URL(referralsApiUrl).origin}/_sandbox/faults`, control);
  const open = fetch(`${referralsApiUrl}/engagements/referrals`, { headers }).catch(() => 'cut');
  child.kill(signal);
  expect(await closed).toEqual([0, null]);
  expect(await open).toBe('cut');
});

it('says in one sentence that the port is in use', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { closed, text } = run([], String(port));
  expect(await closed).toEqual([1, null]);
  expect(text).toEqual({
    out: '',
    err: `Port ${port} is in use; stop what uses it or set SANDBOX_PORT to another one.\n`,
  });
  server.close();
});

it.each([
  [['--arrivals', 'soon'], '0', /^--arrivals must be a time such as 500ms, 8s or 2m, not 'soon'\.\n$/],
  [['--arrivals', '0s'], '0', /^--arrivals must be a time .*\n$/],
  [['--arrivals'], '0', /^Option '--arrivals <value>' argument missing\n$/],
  [['--arival', '8s'], '0', /^Unknown option '--arival'.*\n$/],
  [[], 'eighty', /^SANDBOX_PORT must be a port number from 0 to 65535, not 'eighty'\.\n$/],
  [[], '70000', /^SANDBOX_PORT must be a port number from 0 to 65535, not '70000'\.\n$/],
])('%j with port %s ends with one sentence and exit code 1', async (words, port, sentence) => {
  const { closed, text } = run(words, port);
  expect(await closed).toEqual([1, null]);
  expect(text.err).toMatch(sentence);
  expect(text.out).toBe('');
});
