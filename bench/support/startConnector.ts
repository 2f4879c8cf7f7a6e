import { text } from 'node:stream/consumers';
import { startServer } from './startServer';

/** Teams' side of a bot, reduced to taking whatever is sent at once. */
export interface LoopbackConnector {
  serviceUrl: string;
  /** What the bot sent last that is not the typing sign. */
  lastMessage(): string;
  close(): Promise<void>;
}

/** Starts a connector that keeps nothing but the last message. */
export async function startConnector(): Promise<LoopbackConnector> {
  let last = '';
  const server = await startServer((request, response) => {
    void text(request).then((body) => {
      if (!body.includes('"type":"typing"')) last = body;
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}');
    });
  });
  return { serviceUrl: `${server.origin}/`, lastMessage: () => last, close: () => server.close() };
}
