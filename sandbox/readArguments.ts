import { parseArgs } from 'node:util';

/** What `npm run sandbox` was asked for. */
export interface Arguments {
  port: number;
  /** Milliseconds. */
  arrivalsMs: number | undefined;
  seed: string | undefined;
}

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000 };

/**
 * Reads the value of SANDBOX_PORT, `--arrivals 8s` and `--seed winter`.
 * Throws an Error whose message says in one sentence what is wrong.
 */
export function readArguments(words: string[], sandboxPort = '3980'): Arguments {
  const { values } = parseArgs({ args: words, options: { arrivals: { type: 'string' }, seed: { type: 'string' } } });
  return {
    port: readPort(sandboxPort),
    arrivalsMs: values.arrivals === undefined ? undefined : readDuration(values.arrivals),
    seed: values.seed,
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port > 65_535) throw new Error(`SANDBOX_PORT must be a port number from 0 to 65535, not '${text}'.`);
  return port;
}

function readDuration(text: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
  const ms = Math.round(Number(amount) * (units[unit] ?? NaN));
  // A longer interval than this makes Node's timers fire at once.
  if (!(ms >= 1) || ms > 2 ** 31 - 1) {
    throw new Error(`--arrivals must be a time such as 500ms, 8s or 2m, not '${text}'.`);
  }
  return ms;
}
