import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { sandboxServiceTokens } from '../../src/identity/sandboxTokens';
import { newId } from '../../src/lib/ids';
import { createLog } from '../../src/lib/log';
import { createPartnerCenter } from '../../src/partnerCenter/createPartnerCenter';
import { PartnerCenterError } from '../../src/partnerCenter/partnerCenterError';
import { ensureRegistration, replaceWebhook } from '../../src/watch/webhook/registration';
import { startWebhookDesk, webhookSecret, type WebhookDesk } from '../support/webhook/startWebhookDesk';

let hooks: WebhookDesk;
let domain: string;
let url: string;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

beforeEach(async () => {
  const port = await freePort();
  domain = `127.0.0.1:${port}`;
  url = `https://${domain}/api/partner-center/events/${webhookSecret}`;
});
afterEach(() => hooks.close());

const start = async (env: Record<string, string> = {}, before?: (hooks: Pick<WebhookDesk, 'desk'>) => void) => {
  const port = domain.split(':')[1] ?? '';
  hooks = await startWebhookDesk(env, { BOT_DOMAIN: domain, PORT: port }, before);
};
const webhooks = () => hooks.desk.sandbox.world.webhooks;
const writes = () =>
  hooks.desk.sandbox.world
    .requests()
    .filter(({ method, path }) => path === '/webhooks/v1/registration' && method !== 'GET');
const until = (what: string, look: () => unknown) => hooks.desk.until(what, () => Boolean(look()));
const elsewhere = {
  url: 'https://crm.example.com/secret-of-the-connector',
  events: ['referral-created'],
  subscriberId: 's',
  certificateUrl: '',
};
async function status(): Promise<string> {
  const { desk } = hooks;
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'status');
  return JSON.stringify(desk.teams.cards(desk.channel.id).at(-1)?.card);
}

it('webhooks are registered at the start, once, and status says when the last event came', async () => {
  await start();
  await until('a test event has come', () => webhooks().deliveries.some(({ state }) => state === 'delivered'));
  expect(webhooks().registration).toMatchObject({
    url,
    events: [
      'referral-created',
      'referral-updated',
      'related-referral-created',
      'related-referral-updated',
      'subscription-updated',
      'invoice-ready',
      'test-created',
    ],
  });
  expect(await status()).toMatch(/registered; the last event came/);
  const asked = () => hooks.desk.sandbox.world.requests().filter(({ path }) => path.endsWith('/events')).length;
  const before = asked();
  await hooks.desk.app.stop();
  await hooks.restart();
  await until('the registration is compared again', () => asked() > before);
  expect(writes()).toMatchObject([{ method: 'POST', who: 'service' }]);
});

it('while events come, looks are five times as far apart, and the watch counts as well', async () => {
  await start({ POLL_INTERVAL_SECONDS: '2' });
  await until('a test event has come', () => webhooks().deliveries.some(({ state }) => state === 'delivered'));
  await hooks.desk.clock.advance(4_000);
  const looks = hooks.looks();
  const end = hooks.desk.clock.now() + 40_000;
  await until('40 s later', () => hooks.desk.clock.now() >= end);
  expect(hooks.looks() - looks).toBeGreaterThanOrEqual(3);
  expect(hooks.looks() - looks).toBeLessThanOrEqual(4);
  const ready = await fetch(`http://${domain}/readyz`);
  expect(ready.status).toBe(200);
});

it('what the sandbox changes arrives by itself, also doubled, in another order and after the bot was down', async () => {
  await start();
  const { desk } = hooks;
  await until('it is registered', () => webhooks().registration);
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch invoices');
  webhooks().disorder = { repeat: 3, spreadMs: 200 };
  await desk.app.stop();
  const arrived = desk.sandbox.world.referrals.arrive({}, 3);
  const [invoice] = desk.sandbox.world.invoices.issue();
  for (const { id } of arrived) desk.sandbox.world.referrals.changeInPortal(id, { name: `Changed ${id}` });
  await hooks.restart();
  desk.sandbox.world.faults.add({ path: '/engagements/referrals$', status: 503 });
  const cards = (text: string) =>
    desk.teams.cards(desk.channel.id).filter(({ card }) => JSON.stringify(card).includes(text));
  await until('all are posted', () => arrived.every(({ id }) => cards(`Changed ${id}`).length > 0));
  await until('all is delivered', () => webhooks().deliveries.every(({ state }) => state === 'delivered'));
  await until('the invoice too', () => cards(`Invoice ${invoice?.id}`).length > 0);
  expect([...arrived.map(({ id }) => id), `Invoice ${invoice?.id}`].map((text) => cards(text).length)).toEqual([
    1, 1, 1, 1,
  ]);
});

it('a registration of ours from before there was other news stays and serves, and whoever asks for such news is told what to do', async () => {
  const events = ['referral-created', 'referral-updated', 'related-referral-created', 'related-referral-updated'];
  const registration = { ...elsewhere, url, events: [...events, 'test-created'] };
  await start({}, ({ desk }) => {
    desk.sandbox.world.webhooks.registration = registration;
  });
  const { desk } = hooks;
  await until('an event has come', () => webhooks().deliveries.length > 0);
  expect(await status()).toMatch(/Everything works/);
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch invoices');
  const told = /does not send its events about new invoices .* npm run doctor -- --replace-webhook/;
  expect(desk.teams.posts.texts(desk.channel.id).at(-1)).toMatch(told);
  expect(await status()).toMatch(told);
  expect(webhooks().registration).toEqual(registration);
  expect(writes()).toEqual([]);
});

it('a registration of somebody else stays, which status and the log say without its secret path', async () => {
  await start({}, ({ desk }) => {
    desk.sandbox.world.webhooks.registration = elsewhere;
  });
  await until('the log says so', () => hooks.desk.logged.some(({ state }) => state === 'other'));
  expect(await status()).toMatch(/crm\.example\.com.*npm run doctor -- --replace-webhook/);
  expect(webhooks().registration).toEqual(elsewhere);
  expect(writes()).toEqual([]);
  expect(JSON.stringify(hooks.desk.logged) + (await status())).not.toContain('secret-of-the-connector');
});

it('a registration of ours that lacks events stays too, and status names what is missing', async () => {
  await start({}, ({ desk }) => {
    desk.sandbox.world.webhooks.registration = { ...elsewhere, url };
  });
  await until('it was looked at', () => hooks.desk.logged.some(({ state }) => state === 'incomplete'));
  expect(await status()).toMatch(/related-referral-updated/);
  expect(writes()).toEqual([]);
});

it('what Partner Center refuses is said and tried again', async () => {
  await start({}, ({ desk }) => {
    desk.sandbox.world.faults.add({ path: '/webhooks/v1/registration$', status: 403, times: 1 });
  });
  await until('it was refused', () =>
    hooks.desk.logged.some(({ msg }) => String(msg).includes('cannot be registered')),
  );
  expect(await status()).toMatch(/forbidden at GET \/webhooks\/v1\/registration \(HTTP 403\)/);
  await hooks.desk.clock.advance(60_000);
  await until('it is registered', () => webhooks().registration);
});

const deps = () => {
  const { sandbox, clock } = hooks.desk;
  const urls = { referralsApiUrl: sandbox.referralsApiUrl, partnerCenterApiUrl: sandbox.partnerCenterApiUrl };
  const world = { fetch, clock, random: () => 0, newId, log: createLog('silent') };
  return { partnerCenter: createPartnerCenter({ ...urls, ...world }), tokens: sandboxServiceTokens, url };
};

describe('asked for by name', () => {
  it('a registration takes the place of the one that is there', async () => {
    hooks = await startWebhookDesk();
    webhooks().registration = elsewhere;
    expect(await replaceWebhook(deps())).toBe('crm.example.com');
    expect(webhooks().registration).toMatchObject({ url, subscriberId: 's' });
    expect(await ensureRegistration(deps())).toEqual({ state: 'ours' });
  });

  it('a registration is made where there is none', async () => {
    hooks = await startWebhookDesk();
    expect(await replaceWebhook(deps())).toBeUndefined();
    expect(webhooks().registration).toMatchObject({ url });
  });

  it('one that somebody else makes in the same moment is not replaced', async () => {
    hooks = await startWebhookDesk();
    webhooks().registration = elsewhere;
    hooks.desk.sandbox.world.faults.add({ method: 'GET', path: '/registration$', status: 404, times: 1 });
    expect(await ensureRegistration(deps())).toEqual({ state: 'other', host: 'crm.example.com' });
    expect(webhooks().registration).toEqual(elsewhere);
  });

  it('a refusal comes out as what it is', async () => {
    hooks = await startWebhookDesk();
    hooks.desk.sandbox.world.faults.add({ path: '/registration/events$', status: 403, times: 1 });
    await expect(replaceWebhook(deps())).rejects.toThrow(PartnerCenterError);
  });
});
