import { z } from 'zod/v4';
import type { Log } from '../lib/log';
import type { TeamsActivity } from './activity';
import type { Connector } from './connector';
import { withoutThread } from './conversations';

const memberSchema = z.looseObject({ email: z.string().nullish(), userPrincipalName: z.string().nullish() });

/** The sender's e-mail address from the conversation's list of members; undefined where that cannot be read. */
export async function emailInRoster(
  activity: TeamsActivity,
  connector: Connector,
  log: Log,
): Promise<string | undefined> {
  const { serviceUrl, conversation, from } = activity;
  try {
    const member = memberSchema.parse(await connector.member(serviceUrl, withoutThread(conversation.id), from.id));
    return member.email?.trim() || member.userPrincipalName?.trim() || undefined;
  } catch (error) {
    log.warn({ err: error }, 'the list of members could not be read');
    return undefined;
  }
}
