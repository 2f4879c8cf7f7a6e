import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { checkCollector } from '../../scripts/doctor/checkCollector';
import { diagnose } from '../../scripts/doctor/diagnose';
import type { Finding } from '../../scripts/doctor/finding';
import { report } from '../../scripts/doctor/report';
import { loadConfig } from '../../src/config';
import { systemClock } from '../../src/lib/clock';
import { startConnectDesk, type ConnectDesk } from '../app/support/connectDesk';
import { startCollector } from '../support/collector';
import { startDesk, type TestDesk } from '../support/desk';
import { homeTenant } from '../support/entra/directory';

const root = join(__dirname, '../..');
const secrets = { SECRET_BOT_PASSWORD: 'canary-of-the-bot', OPENAI_API_KEY: 'canary-of-the-model' };

const found = (findings: Finding[], what: string) => findings.filter((finding) => finding.what === what);

function checkTraces(url: string): Promise<Finding[]> {
  const env = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=canary' };
  return checkCollector(loadConfig({ IDENTITY: 'sandbox', ...env }), fetch);
}

it('tells whether the collector takes traces', async () => {
  const collector = await startCollector();
  const [takes, refuses] = [await checkTraces(`${collector.origin}/v1/traces`), await checkTraces(collector.origin)];
  expect(collector.headers.map((headers) => headers['x-key'])).toEqual(['canary', 'canary']);
  expect(collector.spans()).toEqual([]);
  await collector.close();
  expect(takes).toMatchObject([{ state: 'ok' }]);
  expect(refuses).toMatchObject([
    { state: 'problem', text: expect.stringMatching(/ refuses them with HTTP 404: check/) },
  ]);
});

describe('npm run doctor, in the sandbox', () => {
  let desk: TestDesk;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'partner-desk-doctor-'));
    desk = await startDesk();
  });
  afterEach(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  const environment = (changes: Record<string, string>) => ({
    IDENTITY: 'sandbox',
    REFERRALS_API_URL: desk.sandbox.referralsApiUrl,
    PARTNER_CENTER_API_URL: desk.sandbox.partnerCenterApiUrl,
    DATABASE_URL: desk.databaseUrl,
    ...secrets,
    ...changes,
  });
  /** What it prints and its exit code; the process has this environment and no other. */
  function run(changes: Record<string, string> = {}, ...words: string[]): Promise<{ code: number; said: string }> {
    const env = { PATH: process.env.PATH, ...environment(changes) };
    return new Promise((resolve) => {
      const options = { cwd: root, env, timeout: 20_000 };
      execFile(process.execPath, ['dist/scripts/doctor.js', ...words], options, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, said: out + err }),
      );
    });
  }
  /** The same without a process of its own. */
  async function look(changes: Record<string, string> = {}, replacesWebhook = false) {
    const world = { clock: systemClock, fetch, random: Math.random };
    const { lines, problems } = await report(environment(changes), world, replacesWebhook);
    return { problems, said: lines.join('\n') };
  }
  /** Partner Desk's database as it is now, for nobody else. */
  function copy(): { path: string; url: string } {
    const path = join(folder, 'copy.db');
    const from = new SqliteDatabase(desk.databaseUrl.slice('sqlite:'.length));
    from.pragma('wal_checkpoint(truncate)');
    from.close();
    copyFileSync(desk.databaseUrl.slice('sqlite:'.length), path);
    return { path, url: `sqlite:${path}` };
  }

  it('finds nothing wrong where nothing is, says that the bot is running, and writes nothing', async () => {
    desk.sandbox.world.referrals.arrive();
    const { code, said } = await run();
    expect(said).toMatch(/^ok .* database .*up to date and can be written to$/m);
    expect(said).toMatch(/^ok .* lock .*Partner Desk is running on it$/m);
    expect(said).toMatch(/^ok .* account .*reads referrals$/m);
    expect(said).toMatch(/^Nothing is wrong\.$/m);
    expect(code).toBe(0);
    const asked = desk.sandbox.world.requests().filter(({ method }) => method !== 'GET');
    expect(asked).toEqual([]);
    const missing = join(folder, 'none', 'missing.db');
    expect(await look({ DATABASE_URL: `sqlite:${missing}` })).toMatchObject({ problems: 0 });
    expect(existsSync(missing)).toBe(false);
  });

  it('tells each thing that is wrong, what to do about it, and no secret', async () => {
    desk.sandbox.world.faults.add({ method: 'GET', path: '/engagements/.*', status: 403 });
    const broken = join(folder, 'broken.db');
    writeFileSync(broken, 'this is no database, however long it is looked at, and whoever looks at it');
    const { code, said } = await run({
      DATABASE_URL: `sqlite:${broken}`,
      PARTNER_CENTER_API_URL: 'http://127.0.0.1:9/v1',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=canary-of-the-collector',
      BOT_DOMAIN: 'desk.example',
    });
    expect(code).toBe(1);
    expect(said).toMatch(/^PROBLEM .* database .*restore it from a backup/m);
    expect(said).toMatch(/^PROBLEM .* network .*127\.0\.0\.1:9 does not answer: check PARTNER_CENTER_API_URL/m);
    expect(said).toMatch(/^PROBLEM .* traces .*127\.0\.0\.1:9 does not answer: check OTEL_EXPORTER_OTLP_ENDPOINT/m);
    expect(said).toMatch(/^PROBLEM .* account .*role Referrals admin .*HTTP 403/m);
    expect(said).toMatch(/^There are 4 problems\.$/m);
    expect(said).not.toMatch(/canary|^\s+at /m);
  });

  it('names whoever else has registered for webhooks, and takes their place only when it is told to', async () => {
    const { webhooks } = desk.sandbox.world;
    const elsewhere = { url: 'https://crm.example/their-secret', events: ['referral-created'] };
    webhooks.registration = { ...elsewhere, subscriberId: 's', certificateUrl: '' };
    const on = { WEBHOOKS: 'on', WEBHOOK_SECRET: 'our-secret-0123456789-abcdef', BOT_DOMAIN: 'desk.example' };
    const looked = await look(on);
    expect(looked.problems).toBe(1);
    expect(looked.said).toMatch(/^PROBLEM .* webhook .*crm\.example.*npm run doctor -- --replace-webhook/m);
    expect(webhooks.registration).toMatchObject(elsewhere);
    const replaced = await run(on, '--replace-webhook');
    expect(replaced.said).toMatch(
      /^ok .* webhook .*registered at https:\/\/desk\.example.*in the place of one at crm\.example$/m,
    );
    expect(webhooks.registration.url).toBe(
      'https://desk.example/api/partner-center/events/our-secret-0123456789-abcdef',
    );
    expect(looked.said + replaced.said).not.toMatch(/our-secret|their-secret/);
    const off = await look({ BOT_DOMAIN: 'desk.example' });
    expect(off.said).toMatch(/^ok .* webhook .*off: .*still sends its events to desk\.example.*404.*WEBHOOKS=on/m);
    expect((await look({}, true)).said).toMatch(/^PROBLEM .* webhook .*set WEBHOOKS=on/m);
  });

  it('tells every problem of the configuration', async () => {
    const { problems, said } = await look({ IDENTITY: 'entra', PORT: '3978' });
    expect(problems).toBeGreaterThan(3);
    expect(said.match(/^PROBLEM {2}configuration/gm)).toHaveLength(problems);
    expect(said).not.toContain('canary');
  });

  it('leaves a database of another version as it is', async () => {
    const { path, url } = copy();
    const database = new SqliteDatabase(path);
    database.exec("insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '')");
    database.close();
    expect(await look({ DATABASE_URL: url })).toMatchObject({
      problems: 1,
      said: expect.stringMatching(/newer version/),
    });
    const older = new SqliteDatabase(path);
    older.exec("delete from kysely_migration where name > '2026-11-21'");
    older.exec("delete from kysely_migration where name > '2026-11-22-a'");
    const steps = () => older.prepare('select count(*) as steps from kysely_migration').get();
    const before = steps();
    expect(await look({ DATABASE_URL: url })).toMatchObject({
      problems: 0,
      said: expect.stringMatching(/next start brings it up to date/),
    });
    expect(steps()).toEqual(before);
    older.close();
  });
});

describe('with Entra', () => {
  let current: ConnectDesk;
  beforeEach(async () => {
    current = await startConnectDesk();
  });
  afterEach(() => current.close());

  function examine(changes: Record<string, string> = {}): Promise<Finding[]> {
    const { desk, entra, app, botId, secret, key } = current;
    const env = {
      IDENTITY: 'entra',
      BOT_ID: botId,
      BOT_TENANT_ID: homeTenant,
      ...secrets,
      BOT_DOMAIN: 'bot.example',
      BOT_OPENID_METADATA_URL: `${entra.authorityHost}/${homeTenant}/v2.0/.well-known/openid-configuration`,
      AAD_APP_CLIENT_ID: app.clientId,
      AAD_APP_TENANT_ID: homeTenant,
      SECRET_AAD_APP_CLIENT_SECRET: secret,
      ENTRA_AUTHORITY_HOST: entra.authorityHost,
      SECRET_TOKEN_KEY: key,
      REFERRALS_API_URL: desk.sandbox.referralsApiUrl,
      PARTNER_CENTER_API_URL: desk.sandbox.partnerCenterApiUrl,
      DATABASE_URL: desk.databaseUrl,
      ...changes,
    };
    return diagnose(loadConfig(env), env, { clock: desk.clock, fetch, random: Math.random });
  }

  it('asks for tokens as the bot and as the sign-in app, and for an account that reads', async () => {
    const before = await examine();
    expect(found(before, 'bot')).toMatchObject([{ state: 'problem', text: expect.stringMatching(/AADSTS700016/) }]);
    expect(found(before, 'sign-in app')).toMatchObject([{ state: 'ok' }]);
    expect(found(before, 'account')).toMatchObject([
      { state: 'problem', text: expect.stringMatching(/types connect/) },
    ]);
    expect(found(before, 'manifest')).toMatchObject([{ state: 'ok' }]);

    current.entra.state.addApp({ name: 'bot', clientId: current.botId, secrets: [secrets.SECRET_BOT_PASSWORD] });
    await current.connect();
    const after = await examine();
    expect(after.filter(({ state }) => state === 'problem')).toEqual([]);
    expect(found(after, 'account')[0]?.text).toMatch(/^isaiahl@.* referrals/);
  });

  it('says which secret is wrong, and shows none', async () => {
    await current.connect();
    const findings = await examine({
      SECRET_AAD_APP_CLIENT_SECRET: 'canary-of-the-app',
      SECRET_TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    expect(found(findings, 'sign-in app')).toMatchObject([
      { state: 'problem', text: expect.stringMatching(/AADSTS7000215, the client secret is wrong/) },
    ]);
    expect(found(findings, 'account')).toMatchObject([
      { state: 'problem', text: expect.stringMatching(/SECRET_TOKEN_KEY/) },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/canary|BwcHBw/);
  });
});
