import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A server in a process of its own, as in production: what the load costs is not its time. */
export interface ServerProcess {
  origin: string;
  stop(): Promise<void>;
}

/** Starts one of the programs beside this file with its settings; the program says on which port it listens. */
export async function startProcess(
  program: 'deskProcess' | 'plainBotProcess' | 'sandboxProcess',
  settings: object = {},
): Promise<ServerProcess> {
  const child = fork(join(__dirname, `${program}.js`), [JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const tooEarly = ended.then(() => Promise.reject(new Error(`${program} ended before it listened`)));
  const [port] = (await Promise.race([once(child, 'message'), tooEarly])) as [number];
  // From now on it may end.
  tooEarly.catch(() => undefined);
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      // It ends in good order, and so keeps what it compiled where NODE_COMPILE_CACHE asks for that.
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
