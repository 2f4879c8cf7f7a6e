import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where certificates lie: what stands at each path, and what was asked for. */
export interface CertificateHost {
  url(path: string): string;
  /** A body, or what to do with the request. */
  readonly files: Map<string, Buffer | http.RequestListener>;
  readonly asked: string[];
  close(): Promise<void>;
}

export async function startCertificateHost(): Promise<CertificateHost> {
  const files: CertificateHost['files'] = new Map();
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const file = files.get(path);
    if (typeof file === 'function') return file(request, response);
    // restify, in the same process, makes writeHead give nothing.
    response.statusCode = file ? 200 : 404;
    response.end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    files,
    asked,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
