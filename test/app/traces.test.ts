import { execFile } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTracing } from '../../src/app/createTracing';
import { loadConfig } from '../../src/config';
import { createLog } from '../../src/lib/log';
import { span } from '../../src/lib/span';
import { type Collector, drawn, startCollector } from '../support/collector';
import { TestClock } from '../support/testClock';
import { startWebhookDesk, webhookSecret, type WebhookDesk } from '../support/webhook/startWebhookDesk';

let collector: Collector;
beforeEach(async () => {
  collector = await startCollector();
});
afterEach(() => collector.close());

const canary = {
  customerProfile: { name: 'Canary Customer', team: [{ firstName: 'Canary', email: 'canary@customer.example' }] },
  details: { notes: 'canary of the notes' },
};
const inTrace = (id: string) => collector.spans().filter(({ traceId }) => traceId === id.replaceAll('-', ''));
const named = (name: string) => collector.spans().filter((one) => one.name === name);

describe('the path of referrals', () => {
  let hooks: WebhookDesk;
  beforeEach(async () => {
    const whenOn = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=of%20nobody' };
    hooks = await startWebhookDesk({ LOG_LEVEL: 'info' }, whenOn);
    await hooks.desk.until('the first look and what belongs to it', () => hooks.looks() >= 2);
    await hooks.desk.teams.say({ by: hooks.desk.megan, in: hooks.desk.channel }, 'watch');
  });
  afterEach(() => hooks.close());

  const arrive = () => hooks.desk.sandbox.world.referrals.arrive(canary)[0]?.id ?? '';
  const cardOf = (id: string) =>
    hooks.desk.until('its card', () => {
      const cards = hooks.desk.teams.cards(hooks.desk.channel.id);
      return cards.find(({ card }) => JSON.stringify(card).includes(id))?.activityId;
    });
  const logged = (text: string) => hooks.desk.logged.filter(({ msg }) => msg === text);

  it('from the event to the card, the press and the PATCH are the one trace of each, without a word of anybody', async () => {
    const { teams, megan, channel, sandbox, app } = hooks.desk;
    const [told, seen] = [arrive(), arrive()];
    await hooks.tell({ id: told });
    await teams.press({ by: megan, in: channel }, await cardOf(told), 'referral.accept');
    await hooks.desk.until('the card is edited', () => logged('card updated').length > 0);
    teams.fault({ status: 500, times: 1 });
    await hooks.tell({ event: 'related-referral-created', id: '00000000-0000-4000-8000-000000000001' });
    const card = await cardOf(seen);
    sandbox.world.faults.add({ method: 'PATCH', path: '.*', status: 400, times: 1, body: { code: 'Canary' } });
    await teams.press({ by: megan, in: channel }, card, 'referral.decline', { reason: 'other', note: 'canary' });
    await teams.say({ by: megan, in: channel }, 'customer canary');
    expect(collector.bodies).toEqual([]);
    await app.stop();
    await hooks.restart();

    expect(drawn(inTrace(told))).toEqual([
      'receive event',
      'process event',
      '  GET /engagements/referrals/{id}',
      '  take in referral',
      'deliver post',
      '  POST /v3/conversations/{id}/activities',
      'press referral.accept',
      '  GET /engagements/referrals/{id}',
      '  PATCH /engagements/referrals/{id}',
      '  take in referral',
      'deliver update',
      '  PUT /v3/conversations/{id}/activities/{id}',
    ]);
    const [decision] = logged('decision');
    const [patch, refused] = named('PATCH /engagements/referrals/{id}');
    expect(inTrace(told).filter(({ attributes }) => attributes['partner_desk.referral.id'] !== told)).toEqual([]);
    expect(patch).toMatchObject({ traceId: decision?.trace_id, kind: 3, failed: false });
    const sent = sandbox.world.requests().find(({ method }) => method === 'PATCH');
    expect(patch?.attributes).toMatchObject({
      'http.response.status_code': 200,
      'partner_center.correlation_id': sent?.headers['client-request-id'],
      'partner_center.request_id': expect.stringMatching(/./),
      'partner_desk.reference.id': decision?.referenceId,
    });
    const turn = collector.spans().find(({ spanId }) => spanId === named('press referral.accept')[0]?.links[0]);
    expect(turn).toMatchObject({ name: 'POST /api/messages', kind: 2 });
    expect(turn?.attributes['partner_desk.activity.name']).toBe('adaptiveCard/action');

    const look = collector.spans().find(({ spanId }) => spanId === inTrace(seen)[0]?.links[0]);
    expect(look).toMatchObject({ name: 'look', attributes: { 'partner_desk.referrals.new': 1 } });
    const outcomes = inTrace(seen).map(({ attributes }) => attributes['partner_desk.delivery.outcome']);
    expect(outcomes.filter(Boolean)).toEqual(['failed', 'posted']);
    expect(refused).toMatchObject({ failed: true, attributes: { 'error.type': 'invalid' } });
    expect(named('command customer')).toHaveLength(1);

    expect(collector.headers[0]).toMatchObject({ 'x-key': 'of nobody' });
    expect(collector.spans()[0]?.resource).toMatchObject({ 'service.name': 'partner-desk' });
    const secrets = ['canary', megan.name, megan.aadObjectId, 'bearer', 'sandbox.', webhookSecret, 'of nobody'];
    const exported = collector.bodies.join().toLowerCase();
    expect(secrets.filter((secret) => exported.includes(secret.toLowerCase()))).toEqual([]);
    expect(hooks.desk.logged.filter((line) => JSON.stringify(line).includes('of nobody'))).toEqual([]);
  });
});

/** A process that has the whole program and sets up traces as `environment` says; whether the SDK is loaded in it. */
async function loadsSdk(environment: Record<string, string>): Promise<boolean> {
  const program = `require('./src/app.ts');
    const config = require('./src/config.ts').loadConfig({ IDENTITY: 'sandbox', ...${JSON.stringify(environment)} });
    const log = require('./src/lib/log.ts').createLog('silent');
    const { systemClock: clock } = require('./src/lib/clock.ts');
    require('./src/app/createTracing.ts').createTracing(config, { clock, log, processId: 'p' });
    console.log(Object.keys(require.cache).some((path) => /@opentelemetry.sdk-trace/.test(path)));
    process.exit();`;
  const registered = join(__dirname, '../support/registerTypeScript.js');
  const options = { cwd: join(__dirname, '../..') };
  const { stdout } = await promisify(execFile)(process.execPath, ['-r', registered, '-e', program], options);
  return stdout.trim() === 'true';
}

it('the SDK is loaded where a collector is configured, and nowhere else', async () => {
  expect(await loadsSdk({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin })).toBe(true);
  expect(await loadsSdk({})).toBe(false);
});

function refuse(response: ServerResponse): void {
  response.statusCode = 401;
  response.end('canary');
}

describe('a collector', () => {
  const clock = new TestClock();
  const lines: { msg: string; why?: string }[] = [];
  const log = createLog('warn', { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[0]) });
  const start = () => {
    const config = loadConfig({
      IDENTITY: 'sandbox',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.origin}/v1/traces`,
    });
    return createTracing(config, { clock, log: log.child({}, { level: 'info' }), processId: 'p' });
  };
  beforeEach(() => {
    lines.length = 0;
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '200';
  });
  afterEach(() => delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT);

  it.each<[string, (response: ServerResponse) => unknown, RegExp]>([
    ['refuses', refuse, /^401 Unauthorized$/],
    ['is no collector', (response) => response.end('<html>Welcome</html>'), /parse/],
    ['takes some only', (response) => response.end('{"partialSuccess":{"rejectedSpans":1}}'), /Partial.*rejectedSpans/],
    ['cuts connections', (response) => response.destroy(), /ECONNRESET/],
    ['does not answer', () => undefined, /timed out/],
  ])('that %s disturbs nothing and is told once in the log, and once when that is over', async (_how, answer, why) => {
    const tracing = start();
    const work = async () => {
      expect(await span('work', {}, () => Promise.resolve('done'))).toBe('done');
      await tracing.flush();
    };
    collector.answer = (response) => void answer(response);
    await work();
    await work();
    collector.answer = undefined;
    await work();
    await work();
    await tracing.stop();
    expect(lines.map(({ msg }) => msg)).toEqual([
      'traces are exported',
      'the collector does not take traces',
      'the collector takes traces again',
    ]);
    expect(lines[1]?.why).toMatch(why);
    expect(named('work')).toHaveLength(2);
  });

  it('that hangs holds up the end for two seconds', async () => {
    delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
    const tracing = start();
    const asked = new Promise<ServerResponse>((resolve) => (collector.answer = resolve));
    await span('work', {}, () => Promise.resolve());
    let ended = false;
    const stopped = tracing.stop().then(() => (ended = true));
    const unanswered = await asked;
    await clock.advance(1_999);
    expect(ended).toBe(false);
    await clock.advance(1);
    await stopped;
    unanswered.end();
  });
});
