import type { World } from '../../src/app/world';
import type { Config } from '../../src/config';
import type { Log } from '../../src/lib/log';
import { PartnerCenterError } from '../../src/partnerCenter/partnerCenterError';
import { readRegistration, replaceWebhook, type Registration } from '../../src/watch/webhook/registration';
import { ok, problem, unknown, type Finding } from './finding';
import { withAccount } from './withAccount';

const what = 'webhook';
const options = { timeoutMs: 15_000 };
const off = 'off: Partner Center is read at an interval';
const replaces = 'npm run doctor -- --replace-webhook puts ours in its place';

/**
 * Whether Partner Center sends its events here; the secret end of the address is not shown.
 * @param isCurrent whether the database can be used as it is
 * @param isToReplace whether our registration is to take the place of whatever is there
 */
export async function checkWebhook(
  config: Config,
  world: World,
  log: Log,
  isCurrent: boolean,
  isToReplace: boolean,
): Promise<Finding> {
  const { webhook, botDomain, identity } = config;
  if (!webhook) {
    if (isToReplace) return problem(what, `${off}; set WEBHOOKS=on before anything is registered`);
    const isAsked = botDomain && (identity === 'sandbox' || isCurrent);
    const stillComes = isAsked && (await sendsTo(botDomain, config, world, log));
    return ok(what, stillComes ? `${off}. ${leftOver(botDomain)}` : off);
  }
  const { url } = webhook;
  if (!url) return problem(what, 'without BOT_DOMAIN there is no address to register; set it');
  if (identity !== 'sandbox' && !isCurrent) return unknown(what, 'is known once Partner Desk has been started');
  const address = `https://${botDomain}/api/partner-center/events/<WEBHOOK_SECRET>`;
  try {
    return await withAccount(config, world, log, async (partnerCenter, tokens) => {
      const deps = { partnerCenter, tokens, url };
      if (!isToReplace) return said(await readRegistration(deps, options), address);
      const before = await replaceWebhook(deps, options);
      return ok(what, `registered at ${address}${before === undefined ? '' : `, in the place of one at ${before}`}`);
    });
  } catch (error) {
    return problem(what, `Partner Center does not say where it sends events: ${whyNot(error)}`);
  }
}

/** Partner Center documents no way to take a registration back. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhooks */
const leftOver = (domain: string): string =>
  `Partner Center still sends its events to ${domain}, as was registered before, where they are answered with 404; nothing is lost by it. Set WEBHOOKS=on to take them again`;

/** Whether events still go to a host; false where that cannot be known. */
async function sendsTo(host: string, config: Config, world: World, log: Log): Promise<boolean> {
  try {
    return await withAccount(config, world, log, async (partnerCenter, tokens) => {
      const present = await partnerCenter.getWebhookRegistration(tokens, options);
      return present !== undefined && URL.parse(present.url)?.host === host;
    });
  } catch {
    // What the account can and cannot do is said elsewhere.
    return false;
  }
}

function said(found: Registration | undefined, address: string): Finding {
  if (!found) return unknown(what, `nothing is registered yet; Partner Desk registers ${address} when it starts`);
  if (found.state === 'ours') return ok(what, `registered at ${address}`);
  if (found.state === 'incomplete') return problem(what, `registered without ${found.missing.join(', ')}; ${replaces}`);
  return problem(what, `another registration sends events to ${found.host} and may be a CRM connector's; ${replaces}`);
}

function whyNot(error: unknown): string {
  if (!(error instanceof PartnerCenterError)) return 'something went wrong that only LOG_LEVEL=debug tells';
  const { status } = error.facts;
  return `${error.kind}${status === undefined ? '' : ` (HTTP ${status})`}`;
}
