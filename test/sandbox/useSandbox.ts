import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/startSandbox';
import { TestClock } from '../support/testClock';

/** A fresh sandbox for every test, on a clock that stands still; closed afterwards. */
export function useSandbox(options: SandboxOptions = {}): { sandbox: Sandbox; clock: TestClock } {
  const current = {} as { sandbox: Sandbox; clock: TestClock };
  beforeEach(async () => {
    current.clock = new TestClock();
    const { clock } = current;
    current.sandbox = await startSandbox({ world: 'empty', now: () => clock.now(), ...options });
  });
  afterEach(() => current.sandbox.close());
  return current;
}
