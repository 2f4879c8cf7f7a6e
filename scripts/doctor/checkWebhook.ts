import type { Config } from '../../src/config';
import { ok, unknown, type Finding } from './finding';

/** Whether events are received, and at which address; its secret end is not shown. */
export function checkWebhook({ webhook, botDomain }: Config): Finding {
  const what = 'webhook';
  if (!webhook) return ok(what, 'off: Partner Center is read at an interval');
  const address = `https://${botDomain}/api/partner-center/events/<WEBHOOK_SECRET>`;
  return unknown(
    what,
    `received at ${address}; that Partner Center knows it is to be seen there, with its own test event`,
  );
}
