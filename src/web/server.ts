import type { AddressInfo } from 'node:net';
import type { Server as HttpServer } from 'node:http';
import { createServer } from 'restify';
import type { Receiver } from '../bot/receive';
import type { PeopleSignIn } from '../identity/peopleSignIn';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { connectRoutes, type ConnectRouteParts } from './connectRoutes';
import type { Metrics } from '../lib/metrics';
import type { WebhookDoor } from '../watch/webhook/webhookDoor';
import { eventRoute } from './eventRoute';
import { guardConnections } from './guardConnections';
import { healthRoutes, type Health } from './healthRoutes';
import { messageRoute } from './messageRoute';
import { signInRoutes } from './signInRoutes';

/** What the web server serves. */
export interface WebParts {
  receiver: Receiver;
  /** Undefined with `WEBHOOKS=off`. */
  webhookDoor: WebhookDoor | undefined;
  health: Health;
  /** Undefined with sandbox identities: there is no account to connect then. */
  connect: ConnectRouteParts | undefined;
  /** Null with sandbox identities: there are no sign-in pages then. */
  signIn: PeopleSignIn | null;
  log: Log;
  clock: Clock;
  metrics: Metrics;
}

/** A running web server. */
export interface Web {
  /** The port it listens on. */
  port: number;
  /** Takes no new requests and resolves when those in hand are answered. */
  close(): Promise<void>;
}

/** How long requests in hand may take after `close`, in ms; then their connections are cut. */
const closePatienceMs = 9_000;
/** How often idle connections are looked for while closing, in ms. */
const idleCheckMs = 50;

/**
 * Starts to listen.
 * @param host the address to listen on; loopback while inbound checks are off
 * @throws an error of `listen`, for example EADDRINUSE
 */
export async function startWeb(parts: WebParts, port: number, host: string): Promise<Web> {
  const server = createServer({ name: 'Partner Desk', handleUncaughtExceptions: false });
  guardConnections(server.server, parts.metrics);
  const { health, webhookDoor, metrics, signIn, connect, log } = parts;
  messageRoute(server, parts);
  healthRoutes(server, health);
  if (signIn) signInRoutes(server, signIn, log);
  if (connect) connectRoutes(server, connect);
  eventRoute(server, webhookDoor, metrics, log);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const http = server.server as HttpServer;
  const { port: actual } = http.address() as AddressInfo;
  return { port: actual, close: () => close(http, parts.clock) };
}

/** A client may keep its connection open for ever: what has been answered is cut at once, the rest when patience ends. */
async function close(http: HttpServer, clock: Clock): Promise<void> {
  const closed = new AbortController();
  http.close(() => closed.abort());
  const end = clock.now() + closePatienceMs;
  while (!closed.signal.aborted && clock.now() < end) {
    http.closeIdleConnections();
    await clock.sleep(idleCheckMs, closed.signal);
  }
  http.closeAllConnections();
}
