import { createHash } from 'node:crypto';
import type { Clock } from '../lib/clock';
import type { TakenActivities } from '../storage/takenActivities';

/** Sees to it that a captured activity acts no second time: true for one that was not taken before. */
export type TakeOnce = (body: unknown) => Promise<boolean>;

/**
 * How long an activity is remembered, in ms: longer than a token that came with it can live.
 * https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
const rememberedMs = 26 * 3_600_000;

/** Makes it, for all processes on one database together. */
export function createTakeOnce(taken: TakenActivities, clock: Clock): TakeOnce {
  return (body) => {
    const now = clock.now();
    // All of it, because Teams sends a press again with a sign-in added.
    const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    return taken.take({ hash, at: now }, now - rememberedMs);
  };
}
