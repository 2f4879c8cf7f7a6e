import type { Conversation } from '../storage/store';

/** What a person must be let do: `read` shows data of Partner Center, `decide` changes it, `administer` is for administrators. */
export type Right = 'nothing' | 'read' | 'decide' | 'administer';

/** What an administrator has narrowed. Partner Center's own roles count besides. */
export interface PermissionRules {
  /** Entra object ids, in lower case, of people and groups who may change referrals; null means everybody. */
  deciderIds: readonly string[] | null;
  /** Entra object ids, in lower case, of people and groups who administer; null means everybody. */
  adminIds: readonly string[] | null;
  /** Ids of channels, teams and group chats where data may be shown; null means everywhere. Personal chats always may. */
  allowedChannels: readonly string[] | null;
  /** What guests and people of other tenants may do. */
  guests: 'off' | 'read';
}

/** Who somebody is to the company that this deployment serves. */
export type Standing = 'member' | 'guest' | 'external' | 'unknown';

/** Who asks. */
export interface Asker {
  /** Entra object id. */
  id: string;
  standing: Standing;
  /** Entra object ids of the person's groups; only asked where a list could name one. */
  groups: () => Promise<readonly string[]>;
}

/** Why something is denied: a fixed word, for the audit trail and the metrics. */
export type Denial = 'guest' | 'external' | 'unknown' | 'place' | 'decider' | 'admin';

/** Where something is asked. */
export type Place = Pick<Conversation, 'id' | 'kind' | 'teamId'>;

/**
 * Whether somebody may do something somewhere; undefined means yes. A guest whom `DECIDER_IDS` or `ADMIN_IDS` names in
 * person may do what it names.
 */
export async function denial(
  rules: PermissionRules,
  asker: Asker,
  place: Place,
  right: Right,
): Promise<Denial | undefined> {
  const { standing } = asker;
  const listed = right === 'administer' ? rules.adminIds : rules.deciderIds;
  if (standing === 'unknown') return 'unknown';
  if (standing !== 'member' && rules.guests === 'off') return standing;
  if (right !== 'nothing' && !isAllowedPlace(rules, place)) return 'place';
  if (right !== 'decide' && right !== 'administer') return undefined;
  if (standing !== 'member') return listed?.includes(asker.id.toLowerCase()) ? undefined : standing;
  if (listed === null || (await isListed(listed, asker))) return undefined;
  return right === 'decide' ? 'decider' : 'admin';
}

/** Whether data of Partner Center may be shown there. */
export const isAllowedPlace = ({ allowedChannels }: Pick<PermissionRules, 'allowedChannels'>, place: Place): boolean =>
  allowedChannels === null ||
  place.kind === 'personal' ||
  allowedChannels.some((allowed) => same(allowed, place.id) || same(allowed, place.teamId));

const same = (id: string, other: string | null): boolean => id.toLowerCase() === other?.toLowerCase();

async function isListed(ids: readonly string[], { id, groups }: Asker): Promise<boolean> {
  if (ids.includes(id.toLowerCase())) return true;
  return ids.length > 0 && (await groups()).some((group) => ids.includes(group.toLowerCase()));
}
