import type { ServerResponse } from 'node:http';
import type { Answer } from './call';

/** Sends the answer; `cutMidBody` breaks the connection after half of the body. */
export function send(response: ServerResponse, answer: Answer, cutMidBody = false): void {
  const bytes = bytesOf(answer.body);
  const type = answer.body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
  const length = answer.status === 204 ? {} : { 'Content-Length': String(bytes.length) };
  response.writeHead(answer.status, { ...type, ...length, ...answer.headers });
  if (!cutMidBody) {
    response.end(answer.status === 204 ? undefined : bytes);
    return;
  }
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''), 'utf8');
}
