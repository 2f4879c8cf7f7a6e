import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { Refusal, type Answer, type AuthorizedCall } from '../http/call';
import { invalidProperty, partnerCenterApi, partnerCenterError } from '../http/partnerCenterApi';
import { readJson } from '../http/readJson';
import type { World } from '../world';
import type { WebhookRegistration } from './webhooks';

/** https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhook-events */
const knownEvents = [
  'test-created',
  'subscription-updated',
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  'invoice-ready',
];

const posted = z.looseObject({ WebhookUrl: z.url({ protocol: /^https$/ }), WebhookEvents: z.array(z.string()).min(1) });
/** Test events may be asked for twice a minute. */
const testsPerMinute = 2;

/** `GET /webhooks/v1/registration/events` */
export const listEvents = (): Answer => ({ status: 200, body: knownEvents });

/** `GET /webhooks/v1/registration` */
export function getRegistration(_call: AuthorizedCall, { webhooks }: World): Answer {
  return webhooks.registration ? { status: 200, body: rendered(webhooks.registration) } : none();
}

/** `POST /webhooks/v1/registration`: the first one; 409 when there is one. */
export function createRegistration(call: AuthorizedCall, { webhooks }: World): Answer {
  const wanted = read(call);
  if (webhooks.registration) return partnerCenterError(409, 409, 'A registration exists already.');
  webhooks.registration = { ...wanted, subscriberId: randomUUID() };
  return { status: 200, body: rendered(webhooks.registration) };
}

/** `PUT /webhooks/v1/registration`: in the place of the one that is there. */
export function replaceRegistration(call: AuthorizedCall, { webhooks }: World): Answer {
  const wanted = read(call);
  if (!webhooks.registration) return none();
  webhooks.registration = { ...webhooks.registration, ...wanted };
  return { status: 200, body: rendered(webhooks.registration) };
}

/** `POST /webhooks/v1/registration/validationEvents`: a test event, twice a minute. */
export function requestTestEvent(_call: AuthorizedCall, { webhooks, clock }: World): Answer {
  const minute = clock.now() - 60_000;
  webhooks.testsAt = webhooks.testsAt.filter((at) => at > minute);
  if (webhooks.testsAt.length >= testsPerMinute) {
    return { ...partnerCenterError(429, 429, 'Too many test events.'), headers: { 'Retry-After': '30' } };
  }
  const uri = `http://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents/${randomUUID()}`;
  const correlationId = webhooks.tell('test-created', uri, 'test');
  if (correlationId === undefined) throw invalidProperty('The registration does not name test-created.');
  webhooks.testsAt.push(clock.now());
  return { status: 200, body: { correlationId } };
}

/** `GET /webhooks/v1/registration/validationEvents/{correlationId}`: what became of it. */
export function getTestEvent({ params }: AuthorizedCall, { webhooks }: World): Answer {
  const found = webhooks.deliveries.find(({ correlationId }) => correlationId === params.correlationId);
  if (!found) return none();
  const results = found.answers.map((status) => ({ responseCode: status === 200 ? 'OK' : String(status) }));
  const status = found.state === 'sending' ? 'running' : 'completed';
  return { status: 200, body: { correlationId: found.correlationId, status, results } };
}

const none = (): Answer => partnerCenterError(404, 1000, 'There is no such registration.');

function read(call: AuthorizedCall): Omit<WebhookRegistration, 'subscriberId'> {
  const body = posted.safeParse(readJson(call, partnerCenterApi));
  if (!body.success)
    throw new Refusal(partnerCenterError(400, 3000, 'WebhookUrl (https) and WebhookEvents are needed.'));
  const unknown = body.data.WebhookEvents.filter((event) => !knownEvents.includes(event));
  if (unknown.length > 0) throw invalidProperty('There is no such event.', unknown);
  const certificateUrl = `http://${call.headers.host ?? ''}/_sandbox/certificates/signer.cer`;
  return { url: body.data.WebhookUrl, events: body.data.WebhookEvents, certificateUrl };
}

const rendered = ({ url, events, subscriberId }: WebhookRegistration) => ({
  SubscriberId: subscriberId,
  WebhookUrl: url,
  WebhookEvents: events,
});
