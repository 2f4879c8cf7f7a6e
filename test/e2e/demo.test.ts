import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { launchBrowser } from '../../scripts/browser';
import { builtFile } from '../../scripts/demo/builtFile';
import { childProcessesOf, isRunning } from '../support/childProcessesOf';
import { eventually } from '../support/eventually';
import { PlaygroundPage } from '../support/playgroundPage';

interface RunningDemo {
  process: ChildProcess;
  url: string;
  log: string;
  /** Sandbox, bot and playground. */
  children: number[];
  /** Everything it has printed so far, errors included. */
  printed(): string;
}

const running: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const demo of running.splice(0)) demo.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Starts what `npm run demo` starts, and waits until it says where to look. */
async function startDemo(): Promise<RunningDemo> {
  const demo = spawn(process.execPath, [builtFile('scripts/demo.js'), '--no-open'], { stdio: 'pipe' });
  running.push(demo);
  let text = '';
  for (const output of [demo.stdout, demo.stderr]) output.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const url = await eventually('the address is printed', () => /http:\/\/localhost:\d+/.exec(text)?.[0]);
  const log = await eventually('the log is named', () => /The log is (.+)/.exec(text)?.[1]);
  folders.push(dirname(log));
  return { process: demo, url, log, children: childProcessesOf(demo.pid ?? 0), printed: () => text };
}

const allGone = (pids: number[]) => !pids.some(isRunning);

test('the demo shows a first card within 30 seconds and leaves nothing behind after Ctrl-C', async () => {
  const started = Date.now();
  const demo = await startDemo();
  const browser = await launchBrowser();
  try {
    const page = await PlaygroundPage.open(browser, demo.url);
    await page.button('Accept');
    // It was posted before the page was opened.
    await page.card('Partner Desk is here');
    expect(Date.now() - started).toBeLessThan(30_000);
    await page.screenshot('demo');
  } finally {
    await browser.close();
  }
  expect(demo.children).toHaveLength(3);
  // Another address of this machine: whatever listens on every interface answers there.
  await expect(fetch(demo.url.replace('localhost', '127.0.0.2'))).rejects.toThrow('fetch failed');
  demo.process.kill('SIGINT');
  expect(await once(demo.process, 'exit')).toEqual([0, null]);
  expect(allGone(demo.children)).toBe(true);
  await expect(fetch(demo.url)).rejects.toThrow('fetch failed');
  expect(demo.printed()).not.toMatch(/warn|error|deprecat/i);
}, 60_000);

test('the demo ends with a sentence when one of its processes dies', async () => {
  const demo = await startDemo();
  const [first] = demo.children;
  process.kill(first ?? 0, 'SIGKILL');
  expect(await once(demo.process, 'exit')).toEqual([1, null]);
  expect(demo.printed()).toMatch(`ended (SIGKILL). What was said is in ${demo.log}`);
  expect(allGone(demo.children)).toBe(true);
}, 60_000);

test('nothing outlives a demo that was killed', async () => {
  const demo = await startDemo();
  demo.process.kill('SIGKILL');
  await eventually('its processes are gone', () => allGone(demo.children));
  await expect(fetch(demo.url)).rejects.toThrow('fetch failed');
}, 60_000);
