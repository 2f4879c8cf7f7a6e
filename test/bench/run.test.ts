import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { benchmarks } from '../../bench/benchmarks';

const run = promisify(execFile);

test('every benchmark runs and yields a ratio to its floor', async () => {
  const cwd = join(__dirname, '../..');
  // It starts many processes that load the same.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(cwd, 'node_modules/.cache/partner-desk') };
  const { stdout } = await run(process.execPath, ['dist/bench/run.js', '--quick'], { cwd, env });
  const ratios = benchmarks.map(({ name, floor }) => {
    const line = stdout.split('\n').find((row) => row.startsWith(name) && row.endsWith(floor));
    return Number(/(\d+\.\d\d) +\d+\.\d\d–\d+\.\d\d /.exec(line ?? '')?.[1]);
  });
  expect(benchmarks.length).toBeGreaterThan(5);
  expect(ratios.filter((ratio) => !(ratio > 0))).toEqual([]);
}, 60_000);
