import { createHash, timingSafeEqual, verify } from 'node:crypto';
import type { Clock } from '../../lib/clock';
import { checkCertificate, type Trust } from './trustedCertificate';
import type { CertificateSource } from './certificateSource';
import type { EventSink } from './eventSink';
import { readEvent } from './readEvent';
import { signatureHeaders, type Headers } from './signatureHeaders';
import { WebhookRefusal } from './webhookRefusal';

/** Decides what Partner Center has sent and what only says so. */
export interface WebhookDoor {
  /** Whether the path's last segment is `WEBHOOK_SECRET`; takes as long whatever it is. */
  isSecret(segment: string): boolean;
  /** Checks a body and has it kept. Rejects with a WebhookRefusal (`replayed` was kept before), or when it cannot be kept. */
  enter(headers: Headers, body: Buffer): Promise<void>;
}

export interface WebhookDoorDeps {
  secret: string;
  certificates: CertificateSource;
  trust: Trust;
  sink: EventSink;
  clock: Clock;
}

/** How old an event may be, in ms: some are told up to two days late, and tried again after that. */
const oldestMs = 4 * 86_400_000;
/** How far the clocks may differ, in ms. */
const aheadMs = 600_000;

/** Makes the door. */
export function createWebhookDoor({ secret, certificates, trust, sink, clock }: WebhookDoorDeps): WebhookDoor {
  const expected = digest(secret);
  return {
    isSecret: (segment) => timingSafeEqual(digest(segment), expected),

    async enter(headers, body) {
      const { signature, certificateUrl, algorithm } = signatureHeaders(headers);
      const certificate = await certificates(certificateUrl);
      await checkCertificate(certificate, trust, clock.now());
      if (!verify(algorithm, body, certificate.publicKey, signature)) {
        throw new WebhookRefusal('signature', 'the signature does not fit the body');
      }
      const event = readEvent(body);
      const age = clock.now() - event.at;
      if (age > oldestMs || age < -aheadMs) throw new WebhookRefusal('stale', 'the event is of another time');
      if (!(await sink.accept(event))) throw new WebhookRefusal('replayed', 'the event came before');
    },
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
