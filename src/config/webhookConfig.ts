import type { Environment } from './environment';
import { list } from './list';
import { hostOf, loopbackHosts } from './serviceHosts';

/** How events of Partner Center are received. */
export interface WebhookConfig {
  /** The last segment of the address. */
  secret: string;
  /** The whole address, as it is registered; null without `BOT_DOMAIN`. */
  url: string | null;
  /** Hosts that the signer's certificate and its issuers' may come from. */
  certificateHosts: readonly string[];
  /** A PEM file with the roots to trust; empty for those of Node.js. */
  rootsPath: string;
}

/** Where Partner Center keeps its certificate. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhooks */
const partnerCenterHosts = ['3psostorageacct.blob.core.windows.net'];

/** What the environment says of webhooks; null where they are off. */
export function webhookConfig(env: Environment): WebhookConfig | null {
  if (env.WEBHOOKS === 'off') return null;
  const hosts = list(env.WEBHOOK_CERTIFICATE_HOSTS).map(hostOf);
  return {
    secret: env.WEBHOOK_SECRET,
    url: env.BOT_DOMAIN ? `https://${env.BOT_DOMAIN}/api/partner-center/events/${env.WEBHOOK_SECRET}` : null,
    certificateHosts: [
      ...(hosts.length > 0 ? hosts : partnerCenterHosts),
      ...(env.IDENTITY === 'sandbox' ? loopbackHosts : []),
    ],
    rootsPath: env.WEBHOOK_ROOTS_PATH,
  };
}
