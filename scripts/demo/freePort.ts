import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** The preferred port of this machine's loopback if it is free, else one that is. */
export async function freePort(preferred: number): Promise<number> {
  const server = createServer();
  try {
    server.listen(preferred, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return freePort(0);
  } finally {
    server.close();
  }
}
