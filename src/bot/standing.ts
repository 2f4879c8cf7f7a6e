import { z } from 'zod/v4';
import type { Standing } from '../commands/permission';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { TeamsActivity } from './activity';
import type { Connector } from './connector';
import { withoutThread } from './conversations';

/** Tells who the sender of an activity is to the company that this deployment serves. */
export type StandingOf = (activity: TeamsActivity) => Promise<Standing>;

interface StandingDeps {
  connector: Connector;
  clock: Clock;
  log: Log;
  /** The company's tenant; undefined while inbound checks are off, where the conversation's own counts instead. */
  tenantId: string | undefined;
}

/** How long an answer counts, in ms, and how long it does where Teams gave none. */
const keptMs = 600_000;
const unknownKeptMs = 60_000;
/** How long Teams may take, in ms: somebody waits for an answer. */
const patienceMs = 3_000;
const mostKept = 5_000;

// https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/get-teams-context
const memberSchema = z.looseObject({
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/**
 * Looks people up in Teams' list of members, which names each one's own tenant and role; an activity from a shared channel
 * names the tenant of the channel only. Where the list cannot be read while inbound checks are on, nobody is taken for a
 * member. https://learn.microsoft.com/en-us/microsoftteams/platform/build-apps-for-shared-private-channels
 */
export function createStandings({ connector, clock, log, tenantId }: StandingDeps): StandingOf {
  const known = new Map<string, { standing: Promise<Standing>; until: number }>();

  async function lookUp(activity: TeamsActivity): Promise<Standing> {
    const { serviceUrl, conversation, channelData, from } = activity;
    const home = tenantId ?? conversation.tenantId ?? channelData?.tenant?.id ?? undefined;
    const done = new AbortController();
    const read = connector.member(serviceUrl, withoutThread(conversation.id), from.id);
    const late = clock.sleep(patienceMs, done.signal).then(() => Promise.reject(new Error('Teams took too long')));
    try {
      return standingIn(memberSchema.parse(await Promise.race([read, late])), home);
    } catch (error) {
      log.warn({ err: error }, 'whether somebody is a guest could not be read');
      return tenantId === undefined ? 'member' : 'unknown';
    } finally {
      late.catch(() => undefined);
      read.catch(() => undefined);
      done.abort();
    }
  }

  return (activity) => {
    const key = `${withoutThread(activity.conversation.id)} ${activity.from.aadObjectId ?? activity.from.id}`;
    const now = clock.now();
    const found = known.get(key);
    if (found && found.until > now) return found.standing;
    if (known.size >= mostKept) known.clear();
    const entry = { standing: lookUp(activity), until: now + unknownKeptMs };
    known.set(key, entry);
    return entry.standing.then((standing) => {
      if (standing !== 'unknown') entry.until = now + keptMs;
      return standing;
    });
  };
}

function standingIn({ tenantId, userRole, userPrincipalName }: z.infer<typeof memberSchema>, home?: string): Standing {
  if (tenantId && home && tenantId.toLowerCase() !== home.toLowerCase()) return 'external';
  const isGuest = /^(guest|anonymous)/i.test(userRole ?? '') || /#ext#/i.test(userPrincipalName ?? '');
  return isGuest ? 'guest' : 'member';
}
