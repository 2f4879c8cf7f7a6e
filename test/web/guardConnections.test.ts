import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createMetrics, type Metrics } from '../../src/lib/metrics';
import { guardConnections } from '../../src/web/guardConnections';

let server: Server;
let metrics: Metrics;

beforeEach(async () => {
  metrics = createMetrics();
  server = createServer((request, response) => request.on('end', () => response.end()).resume());
  guardConnections(server, metrics, { headersMs: 50, requestMs: 100, everyMs: 20 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends bytes and never ends; gives what was answered when the connection is cut. */
async function send(bytes: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

it.each([
  ['never ends its headers', 'GET / HTTP/1.1\r\nhost: desk\r\nx-slow: ', '408', 'tooSlow'],
  ['never ends its body', 'POST / HTTP/1.1\r\nhost: desk\r\ncontent-length: 5\r\n\r\nab', '408', 'tooSlow'],
  ['speaks no HTTP', 'hello\r\n\r\n', '400', 'malformedRequest'],
  [
    'names two lengths',
    'POST / HTTP/1.1\r\nhost: d\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n',
    '400',
    'malformedRequest',
  ],
  [
    'sends 20,000 bytes of headers',
    `GET / HTTP/1.1\r\nhost: desk\r\nx: ${'x'.repeat(20_000)}`,
    '431',
    'headersTooLarge',
  ],
  [
    'wants another protocol',
    'GET / HTTP/1.1\r\nhost: d\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    '',
    'upgrade',
  ],
])('cuts and counts who %s', async (_what, bytes, status, reason) => {
  const answer = await send(bytes);
  expect(answer.split('\r\n')[0]).toContain(status);
  expect(await metrics.registry.metrics()).toContain(
    `partner_desk_refused_total{door="connection",reason="${reason}"} 1`,
  );
});
