import { startDesk, type TestDesk } from '../support/desk';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const origin = () => `http://127.0.0.1:${desk.app.port}`;
const post = (body: string, type = 'application/json') =>
  fetch(`${origin()}/api/messages`, { method: 'POST', headers: { 'content-type': type }, body });
const activity = (changes: Record<string, unknown>) =>
  JSON.stringify({
    type: 'message',
    id: '1',
    text: 'help',
    channelId: 'msteams',
    serviceUrl: desk.teams.serviceUrl,
    from: { id: '29:x', aadObjectId: desk.megan.aadObjectId },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:1', conversationType: 'personal' },
    ...changes,
  });

describe('/api/messages', () => {
  it.each([
    ['not JSON', '{', 400],
    ['an array', '[]', 400],
    ['nothing', '', 400],
    ['a text', '"hello"', 400],
    ['no sender', '{"type":"message"}', 400],
  ])('%s: %s -> %i', async (_what, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it.each([
    'http://evil.example/',
    'https://evil.example/',
    'https://botframework.com.evil.example/',
    'http://smba.trafficmanager.net/',
    'file:///etc/passwd',
  ])('refuses the serviceUrl %s', async (serviceUrl) => {
    const before = desk.teams.requests.length;
    expect((await post(activity({ serviceUrl }))).status).toBe(403);
    expect(desk.teams.requests.length).toBe(before);
  });

  it('refuses a body that is too large', async () => {
    expect((await post(activity({ text: 'x'.repeat(1_100_000) }))).status).toBe(413);
  });

  it.each([
    ['packed with gzip', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
    ['of another type', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['of no type', {}],
  ])('refuses a body %s, and lives on', async (_what, headers: Record<string, string>) => {
    const answer = await fetch(`${origin()}/api/messages`, { method: 'POST', headers, body: Buffer.from('notgzip') });
    expect(answer.status).toBe(415);
    expect((await fetch(`${origin()}/healthz`)).status).toBe(200);
  });

  it('answers 200 to an activity that it has no use for', async () => {
    expect((await post(activity({ type: 'messageReaction' }))).status).toBe(200);
  });

  it('answers an unknown button with a sentence', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'referral.explode', data: {} } };
    const answer = await post(activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
  });

  it.each([null, 'text', { action: null }, { action: { data: 'x' } }])(
    'answers a press with the value %j',
    async (value) => {
      const answer = await post(activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
      expect(answer.status).toBe(200);
    },
  );
});

describe('health', () => {
  it('lives', async () => {
    expect((await fetch(`${origin()}/healthz`)).status).toBe(200);
  });

  it('is ready after the first look, and says so when the watch stalls', async () => {
    let ready = await fetch(`${origin()}/readyz`);
    expect(await ready.json()).toMatchObject({ ready: true, watch: { ready: true } });
    const fault = desk.sandbox.world.faults.add({ method: 'GET', path: '/engagements/referrals', status: 500 });
    await desk.clock.advance(60_000);
    ready = await fetch(`${origin()}/readyz`);
    expect(fault).toBeDefined();
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      ready: false,
      database: { ready: true },
      watch: { ready: false, why: expect.any(String) },
    });
  });

  it('has metrics', async () => {
    expect(await (await fetch(`${origin()}/metrics`)).text()).toMatch(/^partner_desk_outbox_owed 0$/m);
  });
});
