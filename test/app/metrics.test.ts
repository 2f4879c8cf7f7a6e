import { startDesk, type TestDesk } from '../support/desk';
import { startFakeModel } from '../support/model/fakeModel';

let desk: TestDesk;
afterEach(() => desk.close());

const cards = () => desk.teams.cards(desk.channel.id);
const watch = () => desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');

const answered = (status: number) => desk.teams.requests.filter((request) => request.status === status).length;

/** The value of one line of `/metrics`; undefined where there is none. */
async function metric(line: string): Promise<number | undefined> {
  const text = await (await fetch(`http://127.0.0.1:${desk.app.port}/metrics`)).text();
  const found = text.split('\n').find((said) => said.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
}

describe('what Prometheus is told', () => {
  it('how late cards are and what became of sends; those that somebody asked for are not late', async () => {
    desk = await startDesk();
    desk.sandbox.world.referrals.arrive({}, 2);
    await desk.clock.jump(3_600_000);
    await watch();
    await desk.teams.press({ by: desk.megan, in: desk.channel }, cards()[0]?.activityId ?? '', 'watch.backlog');
    await desk.until('the older ones are there', () => cards().length === 3);
    expect(await metric('partner_desk_event_lag_seconds_count')).toBe(0);
    desk.sandbox.world.referrals.arrive({}, 1);
    await desk.until('the new one is there', () => cards().length === 4);
    await desk.clock.advance(2_000);
    expect(await metric('partner_desk_event_lag_seconds_count')).toBe(1);
    expect(await metric('partner_desk_event_lag_seconds_bucket{le="5"}')).toBe(1);
    expect(await metric('partner_desk_sends_total{outcome="posted"}')).toBe(3);
    expect(await metric('partner_desk_sends_total{outcome="buried"}')).toBe(0);
    expect(await metric('partner_desk_leader')).toBe(1);
    expect(await metric('partner_desk_service_token_age_seconds')).toBeUndefined();
  });

  it('a card that waited for the end of quiet hours is late from then on', async () => {
    desk = await startDesk();
    await watch();
    await desk.teams.say({ by: desk.megan, in: desk.channel }, 'quiet hours');
    const hours = { quietFrom: '09:00', quietUntil: '11:30' };
    await desk.teams.press({ by: desk.megan, in: desk.channel }, cards().at(-1)?.activityId ?? '', 'quiet.set', hours);
    desk.sandbox.world.referrals.arrive({}, 1);
    await desk.clock.advance(5_000);
    await desk.clock.jump(Date.parse('2026-11-21T10:30:00Z') - desk.clock.now());
    await desk.until('it is posted', () => cards().length === 3);
    await desk.clock.advance(2_000);
    expect(await metric('partner_desk_event_lag_seconds_count')).toBe(1);
    expect(await metric('partner_desk_event_lag_seconds_bucket{le="5"}')).toBe(1);
  });

  it('what waits for Teams and for how long, what fails, and what was given up', async () => {
    desk = await startDesk();
    await watch();
    const posts = { method: 'POST', path: /\/activities$/ } as const;
    desk.teams.fault({ ...posts, times: 1, status: 429, retryAfterSeconds: 20 });
    desk.sandbox.world.referrals.arrive({}, 1);
    await desk.until('Teams asked for patience', () => answered(429) === 1);
    await desk.clock.advance(5_000);
    expect(await metric('partner_desk_sends_total{outcome="throttled"}')).toBe(1);
    expect(await metric('partner_desk_outbox_owed')).toBe(1);
    expect(await metric('partner_desk_outbox_oldest_age_seconds')).toBeGreaterThan(4);
    const broken = desk.teams.fault({ ...posts, status: 503 });
    await desk.until('it was tried again', () => answered(503) === 1);
    await desk.clock.advance(200);
    expect(await metric('partner_desk_sends_total{outcome="failed"}')).toBe(1);
    expect(await metric('partner_desk_outbox_retrying')).toBe(1);
    expect(await metric('partner_desk_throttle_wait_seconds_total')).toBeGreaterThan(10);
    broken.remove();
    desk.teams.fault({ ...posts, times: 1, status: 400, code: 'BadSyntax' });
    await desk.until('it was refused for good', () => answered(400) === 1);
    await desk.clock.advance(200);
    expect(await metric('partner_desk_outbox_buried')).toBe(1);
    expect(await metric('partner_desk_sends_total{outcome="buried"}')).toBe(1);
    expect(await metric('partner_desk_outbox_retrying')).toBe(0);
  });

  it('how Partner Center answers by call, and since when it was not read', async () => {
    desk = await startDesk();
    await desk.until('it looked', () => desk.sandbox.world.requests().length > 0);
    await desk.clock.advance(1_000);
    expect(await metric('partner_desk_poll_age_seconds')).toBeLessThanOrEqual(2);
    expect(await metric('partner_desk_watch_stalled')).toBe(0);
    desk.sandbox.world.faults.add({ method: 'GET', path: '.*', status: 503 });
    for (let second = 0; second < 60; second++) await desk.clock.advance(1_000);
    const call = 'call="GET /engagements/referrals"';
    expect(await metric(`partner_desk_upstream_errors_total{${call},kind="unavailable"}`)).toBeGreaterThan(2);
    expect(await metric(`partner_desk_upstream_seconds_count{${call}}`)).toBeGreaterThan(3);
    expect(await metric('partner_desk_poll_age_seconds')).toBeGreaterThan(50);
    expect(await metric('partner_desk_watch_stalled')).toBe(1);
  });

  it('what the language model was asked and what came of it', async () => {
    const model = await startFakeModel();
    desk = await startDesk({
      env: { MODEL: 'openai', OPENAI_API_KEY: model.key, OPENAI_BASE_URL: `${model.origin}/v1` },
    });
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    model.answer = { text: 'none' };
    await desk.teams.say({ by: desk.megan, in: chat }, 'whatever do these people purchase');
    expect(await metric('partner_desk_model_calls_total{outcome="answered"}')).toBe(1);
    await model.close();
    await desk.teams.say({ by: desk.megan, in: chat }, 'whatever do these people purchase now');
    expect(await metric('partner_desk_model_calls_total{outcome="silent"}')).toBe(1);
  });
});
