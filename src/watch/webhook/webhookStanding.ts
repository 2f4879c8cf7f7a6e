import { z } from 'zod/v4';
import type { Store } from '../../storage/store';

/** How it stands with webhooks, as whoever leads last found it. */
const schema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ours'), without: z.array(z.string()).optional() }),
  z.object({ state: z.literal('incomplete'), missing: z.array(z.string()) }),
  z.object({ state: z.literal('other'), host: z.string() }),
  /** Partner Center did not say, or did not register. */
  z.object({ state: z.literal('unknown'), why: z.string() }),
]);

/** The registration, and when the latest event came; ms since the epoch, UTC. */
export type WebhookStanding = z.output<typeof schema> & { heardAt: number | undefined };

const cursor = 'webhooks.registration';
/** For how long after an event others are counted on, in ms; one is asked for every hour. */
const heardMs = 3 * 3_600_000;

/** Writes down for every process what was found. */
export const noteRegistration = (store: Store, found: z.input<typeof schema>): Promise<void> =>
  store.cursors.set(cursor, JSON.stringify(found));

/** What was found last; undefined before anybody has looked. */
export async function webhookStanding(store: Store): Promise<WebhookStanding | undefined> {
  const noted = await store.cursors.get(cursor);
  if (noted === undefined) return undefined;
  return { ...schema.parse(JSON.parse(noted)), heardAt: await store.events.lastReceivedAt() };
}

/** Whether Partner Center tells of changes at the moment, so that looking more rarely is enough. */
export async function isTold(store: Store, now: number): Promise<boolean> {
  const standing = await webhookStanding(store);
  return standing?.state === 'ours' && standing.heardAt !== undefined && now - standing.heardAt < heardMs;
}
