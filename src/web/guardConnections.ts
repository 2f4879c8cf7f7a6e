import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Metrics } from '../lib/metrics';

/** How long a client may take, in ms. */
export interface Patience {
  /** For the headers of a request. */
  headersMs: number;
  /** For a whole request. */
  requestMs: number;
  /** How often is looked. */
  everyMs: number;
}

/** Enough for a phone's network, too little for somebody who holds thousands of connections open. */
const usual: Patience = { headersMs: 10_000, requestMs: 30_000, everyMs: 1_000 };

/** What is answered to what is no request, by the code of the error. https://nodejs.org/api/http.html#event-clienterror */
const answers: Readonly<Record<string, readonly [status: string, reason: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'tooSlow'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'headersTooLarge'],
};

/** Makes a server cut who sends too slowly or no HTTP, and count it. To be called before it listens. */
export function guardConnections(server: Server, metrics: Metrics, patience: Patience = usual): void {
  server.headersTimeout = patience.headersMs;
  server.requestTimeout = patience.requestMs;
  // An option of the constructor, which restify calls without options; it is read when the server begins to listen.
  // https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener
  Object.assign(server, { connectionsCheckingInterval: patience.everyMs });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const [status, reason] = answers[error.code ?? ''] ?? ['400 Bad Request', 'malformedRequest'];
    metrics.refused('connection', reason);
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`, () => socket.destroy());
  });
  // Nothing is upgraded here, and nobody else would close it.
  server.on('upgrade', (_request, socket: Duplex) => {
    metrics.refused('connection', 'upgrade');
    socket.destroy();
  });
}
