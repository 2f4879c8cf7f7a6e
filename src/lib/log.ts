import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { currentSpan } from './span';
import { currentTrace } from './trace';

/** The structured log: JSON lines. Never give it a token, a secret, a customer's e-mail or a whole upstream body. */
export type Log = Logger;

/** Makes the process's log at the given level (`LOG_LEVEL`), on standard output unless another place is given. */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  const options: LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ ...currentTrace(), ...currentSpan() }),
    redact: { paths: ['*.authorization', '*.Authorization', '*.headers', '*.token', '*.email'], remove: true },
  };
  return pino(options, destination);
}
