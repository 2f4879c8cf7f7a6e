import { startSandbox } from '../../sandbox/startSandbox';

/** A Partner Center without referrals; ends with the process that started it. */
async function main(): Promise<void> {
  const { origin } = await startSandbox({ world: 'empty' });
  process.send?.(Number(new URL(origin).port));
}

process.once('disconnect', () => process.exit());
void main();
