import { z } from 'zod/v4';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { TeamsActivity } from './activity';
import type { Connector } from './connector';
import { withoutThread } from './conversations';

const text = z.string().nullish();
const memberSchema = z.looseObject({ name: text, email: text, userPrincipalName: text });

/** What a conversation's list of members says of somebody; undefined where it says nothing. */
export interface RosterEntry {
  name: string | undefined;
  email: string | undefined;
}

/** What it costs at most, in ms: without it everything works as well. */
const patienceMs = 2_000;

/** Looks the sender up in the conversation's list of members; never rejects. */
export async function rosterEntry(
  activity: TeamsActivity,
  { connector, clock }: { connector: Connector; clock: Clock },
  log: Log,
): Promise<RosterEntry> {
  const { serviceUrl, conversation, from } = activity;
  const read = async () =>
    memberSchema.parse(await connector.member(serviceUrl, withoutThread(conversation.id), from.id));
  const found = read().catch((error: unknown) => {
    log.warn({ err: error }, 'the list of members could not be read');
    return undefined;
  });
  const answered = new AbortController();
  const member = await Promise.race([found, clock.sleep(patienceMs, answered.signal).then(() => undefined)]);
  answered.abort();
  const email = member?.email?.trim() || member?.userPrincipalName?.trim() || undefined;
  return { name: member?.name?.trim() || undefined, email };
}
