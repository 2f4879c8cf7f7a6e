import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from '../support/desk';
import { eventually } from '../support/eventually';

const secret = 'the-end-of-the-address-0123456789';

it('the sandbox sends events that a bot which trusts its root takes, and looks at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-events-'));
  const rootsPath = join(folder, 'root.pem');
  const desk = await startDesk({ env: { POLL_INTERVAL_SECONDS: '3600' } });
  const control = (path: string, body?: object) =>
    fetch(desk.sandbox.origin + path, {
      method: body ? 'POST' : 'GET',
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
  writeFileSync(rootsPath, await (await control('/_sandbox/certificates/root.pem')).text());
  await desk.app.stop();
  await desk.start({ WEBHOOKS: 'on', WEBHOOK_SECRET: secret, WEBHOOK_ROOTS_PATH: rootsPath });
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  const [referral] = desk.sandbox.world.referrals.arrive({});
  const url = `http://127.0.0.1:${desk.app.port}/api/partner-center/events/${secret}`;
  const sent = await control('/_sandbox/events', { url, event: 'referral-created', referralId: referral?.id });
  expect(sent.status).toBe(202);
  const told = () => JSON.stringify(desk.teams.requests).includes(referral?.id ?? '-');
  await eventually('the look', () => desk.sandbox.world.requests().length > 4);
  await desk.until('the card is posted', told);
  const elsewhere = await control('/_sandbox/events', { url: 'https://evil.example/' });
  expect(elsewhere.status).toBe(400);
  await desk.close();
  rmSync(folder, { recursive: true });
});
