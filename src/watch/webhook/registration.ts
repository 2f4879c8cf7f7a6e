import type { CallOptions, PartnerCenter } from '../../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../../partnerCenter/partnerCenterError';
import type { TokenSource } from '../../partnerCenter/tokenSource';

/** What Partner Center sends, as far as Partner Desk can see. */
export type Registration =
  /** Events come to our address; `without` are those that only some channels ask for, where they are not registered. */
  | { state: 'ours'; without?: string[] }
  /** Ours, but not for all the events that are wanted. */
  | { state: 'incomplete'; missing: string[] }
  /** There is another one, with that host: a CRM connector may own it. */
  | { state: 'other'; host: string };

export interface RegistrationDeps {
  partnerCenter: PartnerCenter;
  /** The service account's. */
  tokens: TokenSource;
  /** Where events are to come: the https address with its secret end. */
  url: string;
}

/** What channels can ask for besides referrals. They are registered from the beginning, as nothing is added to a registration later. */
const newsEvents = ['subscription-updated', 'invoice-ready'];

/** What Partner Desk reads again, and the event that can be asked for to see that events come. */
// https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhook-events
const wantedEvents = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  ...newsEvents,
  'test-created',
];

/**
 * Sees to it that Partner Center sends events here, where it sends them nowhere yet. A tenant has one registration: one that is
 * there and is not ours stays as it is. Rejects with a PartnerCenterError.
 */
export async function ensureRegistration(deps: RegistrationDeps, options?: CallOptions): Promise<Registration> {
  const { partnerCenter, tokens, url } = deps;
  const present = await partnerCenter.getWebhookRegistration(tokens, options);
  const events = await wanted(deps, options);
  if (present) return compared(present, url, events);
  try {
    await partnerCenter.createWebhookRegistration(tokens, { url, events }, options);
    return { state: 'ours' };
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || error.kind !== 'changed') throw error;
    // Somebody else has registered in between.
    const other = await partnerCenter.getWebhookRegistration(tokens, options);
    if (!other) throw error;
    return compared(other, url, events);
  }
}

/** How the registration is, changing nothing; undefined where there is none. Rejects with a PartnerCenterError. */
export async function readRegistration(
  deps: RegistrationDeps,
  options?: CallOptions,
): Promise<Registration | undefined> {
  const present = await deps.partnerCenter.getWebhookRegistration(deps.tokens, options);
  return present && compared(present, deps.url, await wanted(deps, options));
}

/**
 * Puts our registration in the place of whatever is there, because an administrator asks for it by name. Rejects with a
 * PartnerCenterError.
 * @returns the host that events went to before; undefined where there was no registration
 */
export async function replaceWebhook(deps: RegistrationDeps, options?: CallOptions): Promise<string | undefined> {
  const { partnerCenter, tokens, url } = deps;
  const present = await partnerCenter.getWebhookRegistration(tokens, options);
  const registration = { url, events: await wanted(deps, options) };
  if (present) await partnerCenter.replaceWebhookRegistration(tokens, registration, options);
  else await partnerCenter.createWebhookRegistration(tokens, registration, options);
  return present && hostOf(present.url);
}

/** Those that this Partner Center knows. */
async function wanted({ partnerCenter, tokens }: RegistrationDeps, options?: CallOptions): Promise<string[]> {
  const known = await partnerCenter.listWebhookEvents(tokens, options);
  return wantedEvents.filter((event) => known.includes(event));
}

function compared(present: { url: string; events: readonly string[] }, url: string, events: string[]): Registration {
  if (present.url !== url) return { state: 'other', host: hostOf(present.url) };
  const absent = events.filter((event) => !present.events.includes(event));
  if (absent.some((event) => !newsEvents.includes(event))) return { state: 'incomplete', missing: absent };
  return absent.length > 0 ? { state: 'ours', without: absent } : { state: 'ours' };
}

/** The path may be somebody's secret, as ours is. */
const hostOf = (url: string): string => URL.parse(url)?.host ?? '?';
