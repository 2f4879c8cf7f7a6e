import type { AddressInfo } from 'node:net';
import { createServer, plugins, type Server } from 'restify';
import type { Receiver } from '../bot/receive';
import type { Log } from '../lib/log';
import { healthRoutes, type Health } from './healthRoutes';
import { messageRoute } from './messageRoute';

/** What the web server serves. */
export interface WebParts {
  receiver: Receiver;
  health: Health;
  log: Log;
}

/** A running web server. */
export interface Web {
  /** The port it listens on. */
  port: number;
  /** Takes no new requests and resolves when those in hand are answered. */
  close(): Promise<void>;
}

/** The largest body that is read, in bytes; what Teams sends is below 100 KB. */
const maxBodySize = 1_000_000;

/**
 * Starts to listen.
 * @param host the address to listen on; loopback while inbound checks are off
 * @throws an error of `listen`, for example EADDRINUSE
 */
export async function startWeb(parts: WebParts, port: number, host: string): Promise<Web> {
  const server = createServer({ name: 'Partner Desk', handleUncaughtExceptions: false });
  server.use(plugins.queryParser());
  server.use(plugins.bodyParser({ maxBodySize, mapParams: false }));
  messageRoute(server, parts.receiver, parts.log);
  healthRoutes(server, parts.health);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const { port: actual } = server.server.address() as AddressInfo;
  return { port: actual, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    (server.server as { closeIdleConnections?: () => void }).closeIdleConnections?.();
  });
}
