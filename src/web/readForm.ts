import type { IncomingMessage } from 'node:http';

/** Why a form was not taken. */
export type FormRefusal = 'wrongType' | 'tooLarge';

/** The largest form that is read, in bytes. */
const maxBytes = 4_096;

/** Reads the form that a page posts; what is packed, of another type or too large is refused. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | FormRefusal> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding !== 'identity' || !/^application\/x-www-form-urlencoded\b/i.test(type)) return 'wrongType';
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return 'tooLarge';
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
