import { startApp } from './app';
import { ConfigError, loadConfig, readEnvironment } from './config';
import { createLog } from './lib/log';
import { stopWanted } from './lib/stopWanted';
import { StorageError } from './storage/storageError';

/** Longest time that stopping may take, in ms. */
const stopTimeoutMs = 10_000;

async function main(): Promise<void> {
  const environment = readEnvironment();
  const config = loadConfig(environment);
  const log = createLog(config.logLevel);
  const stopped = stopWanted(Boolean(environment.npm_lifecycle_event));
  const app = await startApp(config, log);
  const reason = await stopped;
  log.info({ reason }, 'stopping');
  setTimeout(() => process.exit(1), stopTimeoutMs).unref();
  await app.stop();
  process.exit(0);
}

main().catch((error: unknown) => {
  const portTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (portTaken) console.error('The port is in use by another program. Stop it, or set PORT to another number.');
  else if (error instanceof ConfigError || error instanceof StorageError) console.error(error.message);
  else console.error('Partner Desk could not start:', error);
  process.exit(1);
});
