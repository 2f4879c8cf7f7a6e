import { statSync } from 'node:fs';
import { loadConfig, ConfigError, readEnvironment } from '../src/config';
import { BackupError } from './backup/backupError';
import { copyDatabase } from './backup/copyDatabase';

/** `npm run backup -- <file>`: a copy of the SQLite database, also while Partner Desk runs. */
function main(): void {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) throw new BackupError('Usage: npm run backup -- <file>');
  copyDatabase(loadConfig(readEnvironment()).databaseUrl, file);
  console.log(`${file} is a complete copy (${statSync(file).size} bytes). Keep it as safe as the database itself.`);
}

try {
  main();
} catch (error) {
  const isKnown = error instanceof BackupError || error instanceof ConfigError;
  console.error(isKnown ? error.message : `No backup was made: ${error instanceof Error ? error.message : 'unknown'}`);
  process.exitCode = 1;
}
