import type { IncomingMessage } from 'node:http';
import type { Call } from './call';

const maxBodyBytes = 4 * 1024 * 1024;

/** Reads the request to its end; `tooLarge` when it goes on for more than 4 MiB, the rest is thrown away. */
export async function readCall(request: IncomingMessage): Promise<Call & { tooLarge: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  const url = new URL(request.url ?? '/', 'http://sandbox');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    tooLarge: size > maxBodyBytes,
  };
}
