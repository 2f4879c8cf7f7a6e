import type { Request, Response, Server } from 'restify';

/** What `/readyz` and `/metrics` ask. */
export interface Health {
  /** Each part that must work, with why it does not. */
  ready(): Promise<{ ready: boolean; parts: Record<string, unknown> }>;
  /** Prometheus text. */
  metrics(): Promise<string>;
}

/** `GET /healthz`, `/readyz` and `/metrics`. */
export function healthRoutes(server: Server, health: Health): void {
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const { ready, parts } = await health.ready();
    response.send(ready ? 200 : 503, { ready, ...parts });
  });
  server.get('/metrics', async (_request: Request, response: Response) => {
    const metrics = await health.metrics().catch(() => undefined);
    const type = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
    response.sendRaw(metrics === undefined ? 503 : 200, metrics ?? '# The database does not answer\n', type);
  });
}
