import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { builtFile } from './builtFile';

const endWithParent = builtFile('scripts/demo/endWithParent.js');
// A stop takes the bot a moment, because it finishes what it has in hand.
const stopMs = 4_000;

/** A Node process of ours, in a process group of its own; it ends with us whatever becomes of us. */
export interface Child {
  readonly pid: number | undefined;
  /** Resolves when it has ended, with a sentence that says how. */
  readonly ended: Promise<string>;
  /** Asks it to end and waits for that; after four seconds it is killed. */
  stop(): Promise<void>;
  /** Kills it at once, as a crash would. */
  kill(): Promise<void>;
}

/** What to run and how. */
export interface ChildCommand {
  /** What a person calls it: "The bot". */
  name: string;
  /** Arguments for Node: its options, the script, the script's arguments. */
  args: readonly string[];
  /** The whole environment apart from what every program needs (PATH and the like). */
  env: Readonly<Record<string, string>>;
  /** The working directory. */
  folder: string;
  /** The file that what it prints is appended to. */
  log: string;
}

/** What of our own environment a child needs; our settings are not for it, so that nothing configured here reaches it. */
function plainEnvironment(): Record<string, string> {
  const names = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Starts a Node process. */
export function startChild({ name, args, env, folder, log }: ChildCommand): Child {
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, ['--require', endWithParent, ...args], {
    cwd: folder,
    env: { ...plainEnvironment(), ...env },
    stdio: ['pipe', output, output],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`${name} ended (${signal ?? `exit code ${code}`})`));
  });
  const signal = (which: NodeJS.Signals) => {
    try {
      if (process.platform === 'win32') child.kill(which);
      else if (child.pid) process.kill(-child.pid, which);
    } catch {
      // ESRCH: it has ended already, which is what was wanted.
    }
  };
  const kill = async () => {
    signal('SIGKILL');
    await ended;
  };
  const stop = async () => {
    signal('SIGTERM');
    const timer = setTimeout(() => void kill(), stopMs);
    await ended;
    clearTimeout(timer);
    signal('SIGKILL');
  };
  return { pid: child.pid, ended, stop, kill };
}
