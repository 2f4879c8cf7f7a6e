import { readArguments } from './readArguments';
import { startSandbox, type Sandbox } from './startSandbox';

async function main(): Promise<void> {
  const { port, arrivalsMs, seed } = readArguments(process.argv.slice(2), process.env.SANDBOX_PORT);
  const sandbox = await startSandbox({ port, arrivalsMs, seed }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Error(`Port ${port} is in use; stop what uses it or set SANDBOX_PORT to another one.`)
      : error;
  });
  console.log(`Partner Center sandbox: ${sandbox.referralsApiUrl} and ${sandbox.partnerCenterApiUrl}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(sandbox));
}

function stop(sandbox: Sandbox): void {
  sandbox.close().catch(fail);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

main().catch(fail);
