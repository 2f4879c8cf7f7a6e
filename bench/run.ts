import { availableParallelism, loadavg } from 'node:os';
import { benchmarks } from './benchmarks';
import { compare } from './compare';
import { head, row } from './row';

/** `npm run bench`: everything compared with its floor, as one table. `--quick` only shows that every benchmark runs. */
async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const cores = availableParallelism();
  const busy = loadavg()[0] ?? 0;
  console.log(`Node ${process.version}, ${cores} cores, load before the start ${busy.toFixed(1)}`);
  if (busy > cores / 2) console.log('The machine is busy with other things: look at min–max before you trust a ratio.');
  console.log(`\n${head}`);
  for (const benchmark of benchmarks) {
    const effort = quick ? { operations: Math.min(2, benchmark.operations), rounds: 1 } : {};
    const asked = { ...benchmark, ...effort };
    console.log(row(asked, await compare(asked)));
  }
}

// An orderly end removes what was written; what was started ends with us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
