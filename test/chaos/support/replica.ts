import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** One process of the built program at a time, always on the same port. */
export class Replica {
  private child: ChildProcess | undefined;
  /** Whether it answers on its port. */
  isListening = false;
  /** What it reported as an error since the beginning, and what it said last. */
  readonly errors: string[] = [];
  /** When it was killed, ms since the epoch. */
  readonly deaths: number[] = [];
  private tail = '';

  constructor(
    private readonly environment: Record<string, string>,
    private readonly port: number,
  ) {
    // Nothing is left behind, also when the run is broken off.
    process.once('exit', () => void this.child?.kill('SIGKILL'));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/api/messages`;
  }

  /** Starts it; resolves when it listens or has ended. */
  async start(): Promise<void> {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['dist/src/index.js'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, PORT: String(this.port), ...this.environment },
    });
    this.child = child;
    this.tail = '';
    const listening = new Promise<void>((resolve) => {
      const hear = (chunk: Buffer) => {
        this.note(chunk.toString());
        if (this.isListening) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
    });
    await Promise.race([listening, once(child, 'exit')]);
  }

  /** Ends it as a power cut does, or as an orderly stop; false if it had ended by itself. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<boolean> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return false;
    const exited = once(child, 'exit');
    child.kill(signal);
    this.deaths.push(Date.now());
    this.isListening = false;
    await exited;
    return true;
  }

  private note(text: string): void {
    this.tail = (this.tail + text).slice(-20_000);
    const lines = this.tail.split('\n');
    this.tail = lines.pop() ?? '';
    for (const line of lines) {
      if (line.includes('Partner Desk is listening')) this.isListening = true;
      // pino's number for errors is 50; what is no JSON comes from a start that failed.
      if (line.includes('"level":50') || !line.startsWith('{')) this.errors.push(line);
    }
  }
}
