import { startApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createLog } from '../../src/lib/log';

/** Partner Desk with the environment that the first argument gives as JSON; ends with the process that started it. */
async function main(): Promise<void> {
  const config = loadConfig(JSON.parse(process.argv[2] ?? '{}') as Record<string, string>);
  const app = await startApp(config, createLog(config.logLevel));
  process.send?.(app.port);
}

process.once('disconnect', () => process.exit());
void main();
