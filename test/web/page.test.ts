import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Request, type Response } from 'restify';
import { type Page, sendPage, sendRedirect } from '../../src/web/page';
import { queryOf } from '../../src/web/queryOf';

const server = createServer();
let page: Page;
server.get('/page', async (_request: Request, response: Response) => sendPage(response, 403, page));
server.get('/away', async (request: Request, response: Response) =>
  sendRedirect(response, queryOf(request).get('to') ?? ''),
);
let origin: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server as HttpServer, 'listening');
  origin = `http://127.0.0.1:${((server.server as HttpServer).address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('a page shows texts as they are, and runs nothing that they say', async () => {
  page = { title: '<script>x', paragraphs: ['"><img src=x onerror=alert(1)>', "it's & so"], code: '"7K' };
  const answer = await fetch(`${origin}/page`);
  const html = await answer.text();
  expect(answer.status).toBe(403);
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('data-code="&quot;7K"');
  expect(html).toContain('<p>it&#39;s &amp; so</p>');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
});

test('only the scripts of the page are allowed, those of other hosts by their hash', async () => {
  page = {
    title: 't',
    paragraphs: [],
    scripts: [{ src: 'https://cdn.example/a.js', integrity: 'sha384-x' }, { src: '/b.js' }],
  };
  const answer = await fetch(`${origin}/page`);
  expect(answer.headers.get('content-security-policy')).toContain("script-src https://cdn.example 'self';");
  expect(await answer.text()).toContain('integrity="sha384-x" crossorigin="anonymous"');
});

test('a redirect tells the next host nothing of where it came from', async () => {
  const answer = await fetch(`${origin}/away?to=${encodeURIComponent('https://login.example/a?b=c')}`, {
    redirect: 'manual',
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://login.example/a?b=c']);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
});
