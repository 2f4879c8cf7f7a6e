import { z } from 'zod/v4';
import type { Answer } from '../http/call';
import type { ControlCall } from './controlRoute';
import { readControlBody } from './readControlBody';

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\//;
const eventToSend = z.strictObject({
  url: z.string().regex(loopback, 'must be an http address on this machine'),
  event: z.string().min(1).default('referral-updated'),
  referralId: z.string().default('00000000-0000-4000-8000-000000000000'),
});

/** How long the receiver may take, in ms. */
const timeoutMs = 10_000;

/**
 * Sends a signed event to a receiver on this machine: `{ "url": "http://127.0.0.1:3978/api/partner-center/events/…" }`. It goes
 * once, whatever is answered. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhook-events
 */
export function sendEvent({ call, world }: ControlCall): Answer {
  const { url, event, referralId } = readControlBody(call, eventToSend);
  const body = JSON.stringify({
    EventName: event,
    ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${referralId}`,
    ResourceName: 'referral',
    AuditUri: null,
    ResourceChangeUtcDate: new Date(world.clock.now()).toISOString(),
  });
  const headers = {
    'content-type': 'application/json',
    authorization: `Signature ${world.eventSigner.sign(body)}`,
    'x-ms-certificate-url': `http://${call.headers.host ?? ''}/_sandbox/certificates/signer.cer`,
    'x-ms-signature-algorithm': 'rsa-sha256',
  };
  const sent = fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeoutMs) });
  // Nobody waits for it; what became of it is seen at the receiver.
  sent.catch(() => undefined);
  return { status: 202, body: { sent: JSON.parse(body) as unknown } };
}

/** The certificate that events are signed with, DER. */
export const signerCertificate = ({ world }: ControlCall): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'application/pkix-cert' },
  body: world.eventSigner.certificate,
});

/** The root of that certificate, PEM: for `WEBHOOK_ROOTS_PATH`. */
export const rootCertificate = ({ world }: ControlCall): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'application/x-pem-file' },
  body: world.eventSigner.root,
});
