import { z } from 'zod/v4';
import type { Mentioned } from '../cards/mention';
import type { Log } from '../lib/log';
import type { Referral } from '../partnerCenter/referral';
import type { Conversation } from '../storage/store';
import type { Connector } from './connector';

const memberSchema = z.looseObject({ id: z.string().min(1), name: z.string().min(1) });

/** More names than this at once read like an alarm. */
const mostPeople = 3;

/**
 * Those on a referral's team who are members of the conversation, as Teams knows them; nobody where its list of members cannot
 * be read. A mention of somebody who is no member would make Teams refuse the whole card.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/get-teams-context#get-single-member-details
 */
export async function mentionable(
  referral: Referral,
  { id, kind, serviceUrl }: Conversation,
  connector: Connector,
  log: Log,
): Promise<Mentioned[]> {
  if (kind === 'personal') return [];
  const emails = (referral.team ?? []).map(({ email }) => email?.trim()).filter((email) => email !== undefined);
  const found: Mentioned[] = [];
  for (const email of emails.slice(0, mostPeople)) {
    try {
      const member = memberSchema.parse(await connector.member(serviceUrl, id, email));
      found.push({ id: member.id, name: member.name });
    } catch (error) {
      log.debug({ err: error }, 'somebody on the team is not found among the members');
    }
  }
  return found;
}
