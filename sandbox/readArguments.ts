/** What `npm run sandbox` was asked for. */
export interface Arguments {
  port: number;
  arrivalsMs: number | undefined;
  seed: string | undefined;
}

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000 };

/**
 * Reads the value of SANDBOX_PORT, `--arrivals 8s` and `--seed winter`.
 * Throws an Error whose message says in one sentence what is wrong.
 */
export function readArguments(words: readonly string[], sandboxPort = '3980'): Arguments {
  const values = new Map<string, string>();
  for (let index = 0; index < words.length; index += 2) {
    const [flag = '', value] = words.slice(index, index + 2);
    if (flag !== '--arrivals' && flag !== '--seed') {
      throw new Error(`The sandbox does not know ${flag}; it takes --arrivals 8s and --seed <word>.`);
    }
    if (value === undefined) throw new Error(`${flag} needs a value.`);
    values.set(flag, value);
  }
  const arrivals = values.get('--arrivals');
  return {
    port: readPort(sandboxPort),
    arrivalsMs: arrivals === undefined ? undefined : readDuration(arrivals),
    seed: values.get('--seed'),
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port > 65_535) throw new Error(`SANDBOX_PORT must be a port number from 0 to 65535, not ${text}.`);
  return port;
}

function readDuration(text: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
  const ms = Math.round(Number(amount) * (units[unit] ?? NaN));
  if (!(ms >= 1) || ms > 2 ** 31 - 1) {
    throw new Error(`--arrivals needs a time such as 500ms, 8s or 2m, not ${text}.`);
  }
  return ms;
}
