import pino, { type Logger } from 'pino';

/** The structured log: JSON lines. Never give it a token, a secret, a customer's e-mail or a whole upstream body. */
export type Log = Logger;

/** Makes the process's log at the given level (`LOG_LEVEL`). */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.authorization', '*.Authorization', '*.headers', '*.token', '*.email'], remove: true },
  });
}
