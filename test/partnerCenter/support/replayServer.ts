import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** One request as it came over the wire. */
export interface Heard {
  method: string;
  /** Path with the query, as sent. */
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What is answered, byte for byte; `cut` closes the connection, `half` in the middle of the body, `silent` never answers. */
export type Reply =
  | { status?: number; reason?: string; headers?: Record<string, string>; body?: string | Buffer }
  | 'cut'
  | 'half'
  | 'silent';

/** A server that knows nothing: it answers with what it was given, in that order, and remembers what it was asked. */
export interface ReplayServer {
  origin: string;
  heard: Heard[];
  /** Queues answers. What is asked beyond them gets 418, which no client repeats. */
  reply(...replies: Reply[]): void;
  close(): Promise<void>;
}

/** A sample of the documentation, as bytes. */
export const documented = (name: string): Buffer =>
  readFileSync(join(__dirname, '../../fixtures/documented', `${name}.json`));

export async function startReplayServer(): Promise<ReplayServer> {
  const heard: Heard[] = [];
  const queue: Reply[] = [];
  const server = createServer((request, response) => {
    void record(request).then((entry) => {
      heard.push(entry);
      send(response, queue.shift() ?? { status: 418, body: 'Nothing was left to answer' });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    reply: (...replies) => void queue.push(...replies),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function record(request: IncomingMessage): Promise<Heard> {
  const chunks = (await request.toArray()) as Buffer[];
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'silent') return;
  if (reply === 'cut') return void response.destroy();
  if (reply === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"value":[');
    return void setImmediate(() => response.destroy());
  }
  const { status = 200, reason, headers = { 'content-type': 'application/json; charset=utf-8' }, body = '' } = reply;
  response.sendDate = false;
  if (reason === undefined) response.writeHead(status, headers);
  else response.writeHead(status, reason, headers);
  response.end(body);
}
