import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { buildAppPackage } from './package/buildAppPackage';
import { PackageError } from './package/packageError';
import type { Variables } from './package/placeholders';

const folder = 'appPackage';
const output = join(folder, 'build', 'partner-desk.zip');

/** The values for the placeholders: those of `--env <file>`, with what the environment itself has going first. */
function readVariables(args: string[]): Variables {
  try {
    const { env: file } = parseArgs({ args, options: { env: { type: 'string' } } }).values;
    const fromFile = file ? parseEnv(readFileSync(file, 'utf8')) : {};
    const set = Object.entries(process.env).filter(([, value]) => value?.trim());
    return { ...fromFile, ...Object.fromEntries(set) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackageError([`${reason}. Usage: npm run package -- --env env/.env.dev`]);
  }
}

async function main(): Promise<void> {
  const zip = await buildAppPackage(folder, readVariables(process.argv.slice(2)));
  mkdirSync(join(folder, 'build'), { recursive: true });
  writeFileSync(output, zip);
  console.log(`${output} is ready to be uploaded to Teams.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof PackageError ? error.message : error);
  process.exitCode = 1;
});
