import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MemoryStorage } from 'botbuilder';
import { startApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createLog } from '../../src/lib/log';
import { type Collector, startCollector } from '../support/collector';
import { createAppCertificate } from '../support/entra/certificates';
import { eventually } from '../support/eventually';
import { startFakeModel, type FakeModel } from '../support/model/fakeModel';
import { startConnectDesk, type ConnectDesk } from './support/connectDesk';

const webhookSecret = 'canary-of-the-webhook-0123456789';
const customerEmail = 'canary.of.a.customer@contoso.example';
const folder = mkdtempSync(join(tmpdir(), 'partner-desk-canaries-'));
/** What the SDK keeps from one turn to the next. */
const turnState = {
  read: jest.spyOn(MemoryStorage.prototype, 'read'),
  write: jest.spyOn(MemoryStorage.prototype, 'write'),
};
const collectorKey = 'canary-of-the-collector';
let model: FakeModel;
let collector: Collector;
let world: ConnectDesk;
let botKey: string;

beforeAll(async () => {
  model = await startFakeModel();
  collector = await startCollector();
  const { certificate, privateKey } = await createAppCertificate();
  botKey = privateKey;
  const certificatePath = join(folder, 'bot.pem');
  writeFileSync(certificatePath, privateKey + certificate);
  world = await startConnectDesk({
    checked: true,
    botCertificate: certificate,
    env: {
      LOG_LEVEL: 'trace',
      WEBHOOKS: 'on',
      WEBHOOK_SECRET: webhookSecret,
      MODEL: 'openai',
      OPENAI_API_KEY: model.key,
      OPENAI_BASE_URL: `${model.origin}/v1`,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
      OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${collectorKey}`,
      SECRET_BOT_PASSWORD: '',
      BOT_CERTIFICATE_PATH: certificatePath,
    },
  });
});
afterAll(async () => {
  await Promise.all([world.close(), model.close(), collector.close()]);
  rmSync(folder, { recursive: true });
});

/** What people's browsers and Teams were answered. */
const heard: unknown[] = [];
/** Tokens that were brought from outside. */
const brought: string[] = [];

async function signInEveryWay(): Promise<void> {
  const { desk, entra, chat, app } = world;
  const { megan, alex } = entra.people;
  const [own, stolen] = [await world.sso(megan), await world.sso(alex)];
  brought.push(own, stolen);
  heard.push(await world.exchange(desk.megan, chat, { token: stolen }));
  await world.say(desk.megan, chat, 'sign out');
  entra.state.policies.withdrawConsent(app, 'https://api.partner.microsoft.com');
  await world.say(desk.megan, chat, 'referrals');
  heard.push(await world.exchange(desk.megan, chat, { token: own }));
  const page = await world.browse(world.offers(chat).at(-1)?.buttons[0]?.value ?? '', megan);
  heard.push(page.html.replaceAll(page.code, ''), Object.fromEntries(page.headers));
  brought.push(page.code);
  heard.push(await world.invoke(desk.megan, chat, 'signin/verifyState', { state: page.code }));
  const action = { verb: 'referral.refresh', data: { referralId: 'x' } };
  for (const token of [own, stolen]) {
    const value = { action, authentication: { token }, commandId: 'searchCustomers' };
    heard.push(await world.invoke(desk.megan, chat, 'adaptiveCard/action', value));
    heard.push(await world.invoke(desk.megan, chat, 'composeExtension/query', value));
  }
}

async function connectAndFail(): Promise<void> {
  const { entra } = world;
  const own = world.browser();
  const away = await own.submit(await own.open(await world.link()), 'continue');
  const fault = entra.state.faults.add({ grant: 'authorization_code', code: 7000215 });
  heard.push((await own.open(await own.signIn(away, entra.people.isaiah))).html);
  fault.end();
  heard.push((await world.connect()).html);
  const refresh = entra.state.faults.add({ grant: 'refresh_token', code: 90033 });
  await world.desk.clock.jump(3_600_000);
  await world.desk.clock.advance(5_000);
  refresh.end();
  await world.desk.clock.advance(5_000);
}

async function failEverywhere(): Promise<void> {
  const { desk, chat, entra } = world;
  await world.signIn(desk.megan, chat);
  const upstream = { error: { code: customerEmail, message: `${customerEmail} ${webhookSecret}` } };
  const { faults } = desk.sandbox.world;
  for (const status of [400, 401, 403, 404, 409, 500]) {
    faults.add({ path: 'referrals|customers', times: 1, status, body: upstream });
    await world.say(desk.megan, chat, status % 2 ? 'customers' : 'referrals');
  }
  faults.add({ path: 'customers', times: 1, cut: 'midBody' });
  await world.say(desk.megan, chat, 'customers');
  for (const code of [7000215, 90033, 50076] as const) {
    const fault = entra.state.faults.add({ grant: 'on_behalf_of', code });
    await world.say(desk.megan, chat, 'invoices');
    fault.end();
  }
  const deaf = desk.teams.fault({ status: 500 });
  await world.say(desk.megan, chat, 'help');
  deaf.remove();
  for (const answer of [{ status: 401, code: 'invalid_api_key' }, { raw: 'no' }, { text: 'none' }, 'cut'] as const) {
    model.answer = answer;
    await world.say(desk.megan, chat, `what would ${customerEmail} like best`);
  }
}

async function knock(): Promise<void> {
  const origin = `http://127.0.0.1:${world.desk.app.port}`;
  for (const secret of [webhookSecret, 'wrong']) {
    const url = `${origin}/api/partner-center/events/${secret}`;
    const headers = { authorization: 'Signature eHg=', 'x-ms-certificate-url': 'https://evil.example/x' };
    heard.push(await (await fetch(url, { method: 'POST', headers, body: '{}' })).text());
  }
  for (const path of ['/readyz', '/metrics', '/healthz', `/auth/start?link=${webhookSecret.slice(0, 5)}`]) {
    heard.push(await (await fetch(origin + path)).text());
  }
}

test('no secret and no token is in the database, the log, an answer, a page, what is sent, or what the SDK keeps', async () => {
  const { desk, entra, chat } = world;
  // What waits to try again has to get there while somebody waits for its answer.
  const moving = setInterval(() => void desk.clock.advance(500), 25);
  heard.push((await desk.teams.say({ by: desk.megan, in: chat }, 'watch')).body);
  await signInEveryWay();
  await connectAndFail();
  await failEverywhere();
  await knock();
  clearInterval(moving);
  await eventually('many lines of the log', () => desk.logged.length > 50);
  await desk.app.stop();
  const database = dirname(desk.databaseUrl.replace('sqlite:', ''));
  const files = readdirSync(database).map((name) => readFileSync(join(database, name)).toString('latin1'));
  await desk.start();

  const key = Buffer.from(world.key, 'base64');
  const pem = botKey.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
  const secrets = [
    world.secret,
    webhookSecret,
    model.key,
    collectorKey,
    world.key,
    key.toString('latin1'),
    key.toString('hex'),
    pem.slice(60, 120),
    ...brought,
    ...entra.state.issued,
  ];
  const places = {
    database: files.join(),
    log: JSON.stringify(desk.logged),
    answers: JSON.stringify(heard),
    sent: JSON.stringify(desk.teams.requests),
    model: JSON.stringify(model.asked.map(({ body }) => body)),
    traces: collector.bodies.join(),
  };
  const found = Object.entries(places).flatMap(([place, text]) =>
    secrets.flatMap((secret, index) =>
      text.includes(secret) || text.includes(secret.slice(-40)) ? [`${place} has secret ${index}`] : [],
    ),
  );
  expect(found).toEqual([]);
  expect(turnState.write).not.toHaveBeenCalled();
  expect(turnState.read).toHaveBeenCalled();
  expect(
    [places.log, places.answers, places.sent, places.model, places.traces].filter((text) =>
      text.includes(customerEmail),
    ),
  ).toEqual([]);
  // Otherwise nothing was looked through, or there was nothing to find.
  expect(entra.state.issued.length).toBeGreaterThan(8);
  expect(model.asked.length).toBeGreaterThan(1);
  const granted = new Set(collector.spans().flatMap(({ name }) => /^token (\w+)/.exec(name)?.[1] ?? []));
  expect([...granted].toSorted()).toEqual(['client_credentials', 'on_behalf_of', 'refresh_token']);
  expect(Math.min(...Object.values(places).map(({ length }) => length))).toBeGreaterThan(500);
});

test('the password of a database that does not answer is in no error and no log', async () => {
  const lines: string[] = [];
  const env = {
    IDENTITY: 'sandbox',
    PORT: '0',
    DATABASE_URL: 'postgres://desk:canary-of-the-database@127.0.0.1:1/desk',
  };
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  const failed: unknown = await startApp(loadConfig(env), log).catch((error: unknown) => error);
  const { message, stack, cause } = failed as Error;
  expect(message.length).toBeGreaterThan(10);
  expect(JSON.stringify([message, stack, String(cause), failed, lines])).not.toContain('canary');
});
