import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What the server answers, in turn. */
export interface ReplayedAnswer {
  status?: number;
  /** The reason phrase. */
  reason?: string;
  headers?: Record<string, string>;
  /** Sent byte for byte. */
  body?: string | Buffer;
  /** Cuts the connection instead. */
  cut?: boolean;
  /** Cuts it in the middle of the body. */
  cutMidBody?: boolean;
  /** Never answers. */
  hang?: boolean;
}

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** A server that knows nothing: it answers with literal bytes and keeps what it was asked. */
export interface Replay {
  origin: string;
  requests: ReceivedRequest[];
  answers: ReplayedAnswer[];
  close(): Promise<void>;
}

export async function startReplay(...answers: ReplayedAnswer[]): Promise<Replay> {
  const requests: ReceivedRequest[] = [];
  const server = http.createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const { method = '', url = '', headers } = req;
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      const answer = answers.shift() ?? { status: 599, body: 'nothing is left to replay' };
      if (answer.hang) return;
      if (answer.cut) {
        req.socket.destroy();
        return;
      }
      res.writeHead(answer.status ?? 200, answer.reason ?? '', {
        'content-type': 'application/json',
        ...answer.headers,
      });
      if (answer.cutMidBody) res.write('{"id":', () => req.socket.destroy());
      else res.end(answer.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A documented example, byte for byte. */
export const documented = (name: string): string =>
  readFileSync(join(__dirname, '../../fixtures/documented', `${name}.json`), 'utf8');
