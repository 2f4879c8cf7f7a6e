import { readFileSync } from 'node:fs';
import { ConfigError } from '../../config';
import type { WebhookConfig } from '../../config/webhookConfig';
import type { Clock } from '../../lib/clock';
import { createCertificateSource } from './certificateSource';
import type { EventSink } from './eventSink';
import { trustedRoots } from './trustedRoots';
import { createWebhookDoor, type WebhookDoor } from './webhookDoor';

/** Hosts where the certificates of the authorities between Microsoft's and the public roots are. */
const issuerHosts = ['www.microsoft.com', 'caissuers.microsoft.com', 'cacerts.digicert.com'];

/**
 * Puts the door together as the configuration says.
 * @throws ConfigError when the file of roots cannot be used
 */
export function createWebhook(
  config: WebhookConfig,
  sink: EventSink,
  { fetch, clock }: { fetch: typeof globalThis.fetch; clock: Clock },
): WebhookDoor {
  const { secret, certificateHosts: hosts, rootsPath } = config;
  const certificates = createCertificateSource({ fetch, clock, hosts, plainHttp: false });
  // Issuers' addresses are plain http by custom; what comes from there has to be signed by a root that is here.
  const issuers = createCertificateSource({ fetch, clock, hosts: [...hosts, ...issuerHosts], plainHttp: true });
  const trust = { roots: readRoots(rootsPath), issuers };
  return createWebhookDoor({ secret, certificates, trust, sink, clock });
}

function readRoots(path: string) {
  try {
    return trustedRoots(path ? readFileSync(path, 'utf8') : undefined);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    throw new ConfigError([`WEBHOOK_ROOTS_PATH: ${path} cannot be used: ${why}`]);
  }
}
