import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EntraTrust } from './http/accessToken';
import { serve } from './http/serve';
import { World } from './world';

export interface SandboxOptions {
  /** Port on 127.0.0.1; a free one when 0 or missing. */
  port?: number;
  seed?: string | number;
  /** Real milliseconds between new incoming referrals; none come by themselves when missing. */
  arrivalsMs?: number;
  world?: 'seeded' | 'empty';
  now?: () => number;
  /** Referrals per page of a list; 100 when missing. */
  pageSize?: number;
  /** Takes the tokens of this Entra as well; the people are those whose object ids have roles here. */
  entra?: EntraTrust;
}

/** A Partner Center that runs here. */
export interface Sandbox {
  origin: string;
  referralsApiUrl: string;
  partnerCenterApiUrl: string;
  world: World;
  /** Stops at once: open connections are cut, delayed answers dropped. */
  close(): Promise<void>;
}

/** Starts a sandbox on loopback. Rejects with the system's error when the port is in use. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, seed = 'partner-desk', world: kind = 'seeded', now = Date.now, pageSize = 100, entra } = options;
  const world = new World({ seed, world: kind, now, pageSize, entra });
  const closing = new AbortController();
  const server = createServer(serve(world, closing.signal));
  const origin = `http://127.0.0.1:${await listen(server, port)}`;
  const arriving = options.arrivalsMs ? setInterval(() => world.referrals.arrive(), options.arrivalsMs) : undefined;
  return {
    origin,
    referralsApiUrl: `${origin}/v1.0`,
    partnerCenterApiUrl: `${origin}/v1`,
    world,
    close() {
      clearInterval(arriving);
      closing.abort();
      world.webhooks.close();
      return stop(server);
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
