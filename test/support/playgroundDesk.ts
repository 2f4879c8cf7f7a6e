import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/startSandbox';
import { launchBrowser } from '../../scripts/browser';
import type { Child } from '../../scripts/demo/child';
import { Children } from '../../scripts/demo/children';
import { freePort } from '../../scripts/demo/freePort';
import { startBot } from '../../scripts/demo/startBot';
import { startPlayground } from '../../scripts/demo/startPlayground';
import { watchChannel } from '../../scripts/demo/watchChannel';
import { PlaygroundPage } from './playgroundPage';

/** The built bot, a sandbox whose world the test holds, the Teams playground and a browser on its channel. */
export interface PlaygroundDesk {
  readonly sandbox: Sandbox;
  readonly page: PlaygroundPage;
  /** Kills the bot as a crash would. */
  killBot(): Promise<void>;
  /** Starts the bot again, on the same port and database. */
  startBot(): Promise<void>;
  stop(): Promise<void>;
}

/** A free port below those that the system gives to whoever asks for any: nobody else takes it before its program listens. */
const portOfOurs = (): Promise<number> => freePort(10_000 + Math.floor(Math.random() * 20_000));

/** Starts everything; the channel is watching and the page is open when it resolves. */
export async function startPlaygroundDesk(): Promise<PlaygroundDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-test-'));
  const children = new Children();
  const sandbox = await startSandbox();
  const [port, playgroundPort] = [await portOfOurs(), await portOfOurs()];
  let bot: Child | undefined;
  let browser: Browser | undefined;
  const start = async () => {
    bot = await startBot(children, { port, sandboxUrl: sandbox.origin, folder });
  };
  const stop = async () => {
    await browser?.close();
    await children.stop();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const playground = startPlayground(children, { port: playgroundPort, botPort: port, folder });
    const [launched] = await Promise.all([launchBrowser(), start(), playground]);
    browser = launched;
    await watchChannel(port, playgroundPort);
    const page = await PlaygroundPage.open(launched, `http://localhost:${playgroundPort}`);
    return { sandbox, page, killBot: async () => bot?.kill(), startBot: start, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
