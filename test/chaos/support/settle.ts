import { setTimeout as wait } from 'node:timers/promises';
import { startApp } from '../../../src/app';
import { loadConfig } from '../../../src/config';
import { createLog } from '../../../src/lib/log';
import { openStore } from '../../../src/storage/openStore';
import type { Store } from '../../../src/storage/store';
import { TickingFetch } from '../../delivery/support/tickingFetch';
import type { Scene } from './scene';

/** The desk after the chaos: one process that nobody disturbs, on a clock that runs ahead. */
export interface Settled {
  store: Store;
  /** Lets time pass until `done`; false if that takes more than {@link longestMs} of it. */
  readonly pass: (done: () => Promise<boolean> | boolean) => Promise<boolean>;
  stop(): Promise<void>;
}

/** What failed is tried again after twelve minutes at the latest, and then Teams and Partner Center work. In ms. */
export const longestMs = 900_000;

/** Starts it in this process; what waits for claims to run out and for late tries happens at once. */
export async function settle(scene: Scene): Promise<Settled> {
  const clock = scene.moveClock();
  const log = createLog('silent');
  const config = loadConfig({ ...scene.environment, PORT: '0', POLL_INTERVAL_SECONDS: '5' });
  const http = new TickingFetch();
  const app = await startApp(config, log, { clock, fetch: http.fetch, random: Math.random });
  scene.teams.botUrl = `http://127.0.0.1:${app.port}/api/messages`;
  const store = await openStore({ databaseUrl: config.databaseUrl, log, clock });
  return {
    store,
    async pass(done) {
      for (const end = clock.now() + longestMs; clock.now() < end;) {
        if (await done()) return true;
        // Requests are real and take their time: the clock must not run away from them.
        await http.settled();
        const nextAt = (await store.outbox.nextDueAt()) ?? Infinity;
        await clock.advance(nextAt - clock.now() > 2_000 ? 1_000 : 250);
        await wait(4);
      }
      return false;
    },
    async stop() {
      const stopped = app.stop();
      await clock.advance(10_000);
      await stopped;
      await store.close();
    },
  };
}
