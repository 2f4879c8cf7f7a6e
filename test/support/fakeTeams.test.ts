import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeTeams, startFakeTeams } from './fakeTeams';

let now = Date.parse('2026-11-21T09:00:00Z');
let teams: FakeTeams;
const card = (title: string) => ({
  type: 'message',
  summary: title,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        title,
        actions: [{ type: 'Action.Execute', verb: 'referral.accept', data: { referralId: 'r1' } }],
      },
    },
  ],
});

beforeEach(async () => {
  teams = await startFakeTeams({ now: () => now });
});
afterEach(() => teams.close());

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${teams.serviceUrl}v3/${path}`, { method, body: body ? JSON.stringify(body) : null });
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    body: (await answer.json()) as Record<string, string>,
  };
}

test('a root post in a channel names its thread, and an edit replaces what people see', async () => {
  const channel = teams.places.addChannel('Deals');
  const posted = await call('POST', 'conversations', {
    channelData: { channel: { id: channel.id } },
    activity: card('one'),
  });
  expect(posted).toMatchObject({ status: 201, body: { id: `${channel.id};messageid=${posted.body.activityId}` } });
  const activity = `conversations/${encodeURIComponent(posted.body.id ?? '')}/activities/${posted.body.activityId}`;
  expect((await call('PUT', activity, card('two'))).status).toBe(200);
  expect(teams.cards(channel.id)).toMatchObject([{ summary: 'two', edits: 1, replyTo: undefined }]);
  expect((await call('PUT', `${activity}9`, card('two'))).status).toBe(404);
});

test.each([
  { windowMs: 1_000, most: 7, apartMs: 1 },
  { windowMs: 2_000, most: 8, apartMs: 150 },
  { windowMs: 30_000, most: 60, apartMs: 250 },
  { windowMs: 3_600_000, most: 1_800, apartMs: 500 },
])('refuses more than $most sends in $windowMs ms', ({ windowMs, most, apartMs }) => {
  const first = now;
  const refused = Array.from({ length: most }, () => {
    const answer = teams.limits.refusal('c');
    now += apartMs;
    return answer;
  });
  expect(refused).toEqual(Array.from({ length: most }, () => undefined));
  expect(teams.limits.refusal('c')).toBe(Math.max(1, Math.ceil((first + windowMs - now) / 1000)));
  now = first + windowMs;
  expect(teams.limits.refusal('c')).toBeUndefined();
});

test('answers 429 with Retry-After over a limit and counts it', async () => {
  const path = `conversations/${encodeURIComponent('a:1x')}/activities`;
  for (let i = 0; i < 7; i++) expect((await call('POST', path, card('x'))).status).toBe(201);
  expect(await call('POST', path, card('x'))).toMatchObject({ status: 429, retryAfter: '1' });
  expect([teams.throttledCount, teams.cards('a:1x').length]).toEqual([1, 7]);
});

test('faults strike the requests that match, as often as they say', async () => {
  const path = 'conversations/c/activities';
  teams.fault({ path: /conversations\/c\//, times: 1, status: 403, code: 'MessageWritesBlocked' });
  teams.fault({ times: 1, cut: 'beforeAccepting' });
  teams.fault({ times: 1, cut: 'afterAccepting' });
  expect(await call('POST', path, card('a'))).toMatchObject({
    status: 403,
    body: { error: { code: 'MessageWritesBlocked' } },
  });
  await expect(call('POST', path, card('b'))).rejects.toThrow('fetch failed');
  await expect(call('POST', path, card('c'))).rejects.toThrow('fetch failed');
  const hold = teams.fault({ hold: 'beforeAccepting' });
  const waiting = call('POST', path, card('d'));
  await hold.held;
  expect(teams.cards('c').map((c) => c.summary)).toEqual(['c']);
  hold.release();
  expect((await waiting).status).toBe(201);
});

test('people write and press as Teams would say it, and get the invoke response', async () => {
  const heard: Record<string, unknown>[] = [];
  const bot = http.createServer((req, res) => {
    void req.toArray().then((chunks) => {
      heard.push(JSON.parse(Buffer.concat(chunks as Buffer[]).toString()) as Record<string, unknown>);
      res.end(heard.at(-1)?.type === 'invoke' ? JSON.stringify({ statusCode: 200 }) : '');
    });
  });
  bot.listen(0, '127.0.0.1');
  await once(bot, 'listening');
  teams.botUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`;
  const by = teams.places.addPerson('Megan Bowen');
  const channel = teams.places.addChannel('Deals');
  const posted = await call('POST', 'conversations', {
    channelData: { channel: { id: channel.id } },
    activity: card('one'),
  });
  const id = posted.body.activityId ?? '';

  expect(await teams.say({ by, in: channel }, 'watch')).toEqual({ status: 200, body: undefined });
  expect(await teams.press({ by, in: channel }, id, 'referral.accept', { acceptNote: 'ours' })).toEqual({
    status: 200,
    body: { statusCode: 200 },
  });
  await teams.install({ by, in: channel });
  bot.close();

  expect(heard.map((a) => a.type)).toEqual(['message', 'invoke', 'installationUpdate', 'conversationUpdate']);
  expect(heard[0]).toMatchObject({ text: '<at>Partner Desk</at> watch', from: { aadObjectId: by.aadObjectId } });
  expect(heard[1]).toMatchObject({
    conversation: { id: `${channel.id};messageid=${id}`, tenantId: teams.tenantId },
    replyToId: id,
    value: { action: { verb: 'referral.accept', data: { referralId: 'r1', acceptNote: 'ours' } } },
  });
  await expect(teams.press({ by, in: channel }, id, 'referral.won')).rejects.toThrow('no button');
});
