import { X509Certificate } from 'node:crypto';
import type { Clock } from '../../lib/clock';
import { WebhookRefusal } from './webhookRefusal';

/** Gives the certificate at an address, from memory where it was there a short while ago. Rejects with a WebhookRefusal. */
export type CertificateSource = (url: string) => Promise<X509Certificate>;

export interface CertificateSourceDeps {
  fetch: typeof fetch;
  clock: Clock;
  /** Hosts that certificates may come from, in lower case; those of this machine also over plain http. */
  hosts: readonly string[];
  /** Whether plain http will do for all of them. */
  plainHttp: boolean;
}

/** How long a certificate is kept, in ms; its dates are looked at each time. */
const keptMs = 3_600_000;
const mostKept = 20;
/** How long a download may take, in ms, and how many bytes it may have. */
const timeoutMs = 5_000;
const maxBytes = 64_000;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Downloads certificates from allowed hosts only: the address comes with the request that is to be checked, so whoever
 * writes it must not be able to make this process call anything else. Nothing that failed is kept.
 */
export function createCertificateSource({ fetch, clock, hosts, plainHttp }: CertificateSourceDeps): CertificateSource {
  const kept = new Map<string, { certificate: Promise<X509Certificate>; until: number }>();

  return (address) => {
    const url = allowedUrl(address, hosts, plainHttp);
    if (!url) {
      return Promise.reject(new WebhookRefusal('certificateUrl', 'the address of the certificate is not allowed'));
    }
    const now = clock.now();
    const found = kept.get(url);
    if (found && found.until > now) return found.certificate;
    if (kept.size >= mostKept) kept.clear();
    const certificate = download(url, fetch);
    const entry = { certificate, until: now + keptMs };
    kept.set(url, entry);
    certificate.catch(() => kept.get(url) === entry && kept.delete(url));
    return certificate;
  };
}

/** The address as it will be called; nothing in it but a path on an allowed host. */
function allowedUrl(address: string, hosts: readonly string[], plainHttp: boolean): string | undefined {
  const url = address.length <= 500 ? URL.parse(address) : null;
  if (!url || url.username || url.password || url.search || url.hash) return undefined;
  const isLocal = loopback.has(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (isLocal || plainHttp))) return undefined;
  // A port of its own is for this machine only.
  if (url.port && !isLocal) return undefined;
  return hosts.includes(url.hostname) ? url.href : undefined;
}

async function download(url: string, fetchHttp: typeof fetch): Promise<X509Certificate> {
  try {
    const response = await fetchHttp(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Error('too large');
      chunks.push(chunk);
    }
    return new X509Certificate(Buffer.concat(chunks));
  } catch (cause) {
    throw new WebhookRefusal('certificateUnavailable', 'the certificate cannot be had', { cause });
  }
}
