import { z } from 'zod/v4';
import { plainJson } from '../../lib/plainJson';
import { serviceTimeMs } from '../../partnerCenter/serviceTime';
import type { PartnerCenterEvent } from './eventSink';
import { WebhookRefusal } from './webhookRefusal';

// https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhook-events
const schema = z.looseObject({
  EventName: z.string().regex(/^[A-Za-z][A-Za-z\d-]{0,99}$/),
  ResourceUri: z.string().max(2_000).nullish(),
  ResourceChangeUtcDate: z.string().max(100),
});

const guid = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;
const trailingId = new RegExp(String.raw`/(${guid})/?$`, 'i');
const trailingSubscription = new RegExp(String.raw`/customers/(${guid})/subscriptions/(${guid})/?$`, 'i');
const trailingInvoice = /\/invoices\/([\w-]{1,64})\/?$/i;

/**
 * What is believed of a signed body. `ResourceUri` names a host and a path that are not the API's, so only its id is taken.
 * @throws WebhookRefusal
 */
export function readEvent(body: Buffer): PartnerCenterEvent {
  const event = schema.safeParse(parse(body)).data;
  const at = serviceTimeMs(event?.ResourceChangeUtcDate);
  if (!event || at === undefined) throw new WebhookRefusal('event', 'the body is no event');
  const { EventName: type, ResourceUri, ResourceChangeUtcDate } = event;
  const id = idIn(type, ResourceUri ?? '');
  // The date as it is written: two changes may lie less than a millisecond apart.
  return { key: `${type} ${id} ${ResourceChangeUtcDate}`, type, id, at };
}

function idIn(type: string, uri: string): string | null {
  if (type === 'invoice-ready') return trailingInvoice.exec(uri)?.[1] ?? null;
  if (type !== 'subscription-updated') return trailingId.exec(uri)?.[1]?.toLowerCase() ?? null;
  const [, customer, subscription] = trailingSubscription.exec(uri) ?? [];
  return customer && subscription ? `${customer}/${subscription}`.toLowerCase() : null;
}

function parse(body: Buffer): unknown {
  try {
    return plainJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
