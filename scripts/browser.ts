import { chromium, type Browser } from 'playwright-core';
import { unpackChromium } from './unpackChromium';

// The pages are ours and on loopback; nothing else is looked up or fetched.
const args = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--disable-gpu',
  '--disable-quic',
];

/**
 * Starts a headless browser that reaches loopback only: on Linux the one that came with `npm install`, elsewhere the
 * installed Chrome. The caller closes it.
 * @throws Error that says in one sentence what is missing
 */
export async function launchBrowser(): Promise<Browser> {
  const bundled = process.platform === 'linux' && process.arch === 'x64';
  try {
    // The sandbox of Chromium refuses to run as root and needs a set-uid helper that the package does not have.
    return await chromium.launch({
      args,
      chromiumSandbox: false,
      ...(bundled ? await unpackChromium() : { channel: 'chrome' }),
    });
  } catch (error) {
    throw new Error(whatIsMissing(error, bundled), { cause: error });
  }
}

function whatIsMissing(error: unknown, bundled: boolean): string {
  const text = error instanceof Error ? error.message : String(error);
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(text)?.[1];
  if (library) return `The browser could not start because the system library ${library} is missing on this machine.`;
  const newer = /version `(GLIBC_[\d.]+)' not found/.exec(text)?.[1];
  if (newer) return `The browser could not start because this machine's C library is older than ${newer}.`;
  if (!bundled) return 'The browser could not start: Google Chrome must be installed on this machine.';
  return `The browser could not start: ${text.split('\n')[0]}`;
}
