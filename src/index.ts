import { startApp } from './app';
import { ConfigError, loadConfig, readEnvironment } from './config';
import { createLog } from './lib/log';
import { StorageError } from './storage/storageError';

/** Longest time that stopping may take, in ms. */
const stopTimeoutMs = 10_000;

async function main(): Promise<void> {
  const config = loadConfig(readEnvironment());
  const log = createLog(config.logLevel);
  const app = await startApp(config, log);
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

main().catch((error: unknown) => {
  const portTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (portTaken) console.error('The port is in use by another program. Stop it, or set PORT to another number.');
  else if (error instanceof ConfigError || error instanceof StorageError) console.error(error.message);
  else console.error('Partner Desk could not start:', error);
  process.exit(1);
});
