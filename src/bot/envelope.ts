import { isAllowedServiceUrl } from '../config/serviceHosts';
import { activitySchema, type TeamsActivity } from './activity';
import type { TeamsToken } from './teamsToken';

/** A refusal at the door. */
export interface Refused {
  /** HTTP */
  status: 400 | 401 | 403 | 408 | 413 | 415 | 503;
  /** One of a few fixed words, for the metric. */
  reason: string;
  sentence: string;
}

/** Who may write to this bot. */
export interface DoorPolicy {
  /** The one tenant that is served; undefined while inbound checks are off. */
  tenantId: string | undefined;
  /** Hosts that a serviceUrl may name; `*.` stands for any subdomain. */
  allowedHosts: readonly string[];
}

/**
 * Why an activity cannot be taken, or undefined.
 * @param token what was proven about who brought it; undefined while inbound checks are off
 */
export function refuseEnvelope(body: unknown, policy: DoorPolicy, token: TeamsToken | undefined): Refused | undefined {
  const activity = activitySchema.safeParse(body);
  if (!activity.success) {
    const fields = activity.error.issues.map((issue) => issue.path.join('.') || 'body').join(', ');
    const sentence = `This is not an activity that Teams sends; look at: ${fields}.`;
    return { status: 400, reason: 'malformedActivity', sentence };
  }
  const { serviceUrl, channelId } = activity.data;
  if (token && !sameUrl(serviceUrl, token.serviceUrl)) {
    return { status: 401, reason: 'otherServiceUrl', sentence: 'The token is for another serviceUrl.' };
  }
  if (token && !token.endorsements.includes(channelId)) {
    return { status: 401, reason: 'notEndorsed', sentence: 'The token is signed with a key of another channel.' };
  }
  if (policy.tenantId && (channelId !== 'msteams' || !isOfTenant(activity.data, policy.tenantId))) {
    const sentence = 'Only Teams, and only the tenant in BOT_TENANT_ID, may talk to this bot.';
    return { status: 403, reason: 'otherTenant', sentence };
  }
  if (isAllowedServiceUrl(serviceUrl, policy.allowedHosts)) return undefined;
  const sentence = 'The serviceUrl names a host that is not in ALLOWED_SERVICE_URLS.';
  return { status: 403, reason: 'serviceUrlNotAllowed', sentence };
}

/** A deployment serves one company: every tenant that is named must be its own, and one must be named. */
function isOfTenant({ conversation, channelData }: TeamsActivity, tenantId: string): boolean {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined && id !== null);
  return named.length > 0 && named.every((id) => id.toLowerCase() === tenantId.toLowerCase());
}

const sameUrl = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (url: string): string => url.toLowerCase().replace(/\/+$/, '');
