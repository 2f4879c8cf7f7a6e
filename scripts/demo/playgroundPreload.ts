// Loaded into the playground's process before its own code (`node --require`), for two things that it has no setting for.
import { readFileSync } from 'node:fs';
import http, { type RequestListener } from 'node:http';
import { Server } from 'node:net';
import { prepareChannelPage } from './prepareChannelPage';
import { referralsChannel } from './playgroundConfig';

// It would listen on every interface; this machine is enough.
const listen = Reflect.get(Server.prototype, 'listen') as (...args: unknown[]) => Server;
Reflect.set(Server.prototype, 'listen', function (this: Server, ...args: unknown[]): Server {
  const bound = typeof args[0] === 'number' ? [args[0], '127.0.0.1', ...args.slice(1)] : args;
  return listen.apply(this, bound);
});

// Its page opens on the personal chat and loses what came before it; ours runs `prepareChannelPage` first.
const page = readFileSync(require.resolve('@microsoft/m365agentsplayground/dist/client/index.html'), 'utf8');
const script = `<script>(${prepareChannelPage.toString()})(${JSON.stringify(referralsChannel.name)})</script>`;
const createServer = http.createServer;
Object.assign(http, {
  createServer: (app: RequestListener) =>
    createServer((request, response) => {
      if (request.url !== '/') return app(request, response);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page.replace('<script', () => `${script}<script`));
    }),
});
