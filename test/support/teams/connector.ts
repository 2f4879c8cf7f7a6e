import type { Places, TeamsUser } from './places';
import { type Posts, type SentActivity, threadOf, withoutThread } from './posts';
import type { SendLimits } from './sendLimits';

/** An HTTP answer. */
export interface Answer {
  status: number;
  body?: unknown;
  retryAfterSeconds?: number;
}

interface Deps {
  posts: Posts;
  places: Places;
  limits: SendLimits;
  tenantId: string;
  /** ms since the epoch */
  now: () => number;
}

interface NewConversation {
  channelData?: { channel?: { id?: string } };
  members?: { id?: string }[];
  bot?: { id?: string };
  tenantId?: string;
  activity?: SentActivity;
}

/** An error as the connector words it. */
export const refusal = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: `Simulated: ${code}` } },
});

/** Teams refuses a message of about 100 KB, counted in UTF-16: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const largestBytes = 100 * 1024;

/** The connector's REST API, as far as a bot needs it, without the HTTP around it. */
export class Connector {
  /** How many sends were refused because a limit was exceeded. */
  throttledCount = 0;

  constructor(private readonly deps: Deps) {}

  /** @param path the path's segments, decoded, without the leading `v3` */
  answer(method: string, [root, id, what, which]: readonly string[], body: unknown): Answer {
    const activity = (body ?? {}) as SentActivity;
    const call = `${method} ${root ?? ''}${id === undefined ? '' : '/:id'}${what === undefined ? '' : `/${what}`}`;
    switch (call) {
      case 'POST conversations':
        return this.createConversation(activity as NewConversation);
      case 'POST conversations/:id/activities':
        return this.post(id ?? '', activity, which);
      case 'PUT conversations/:id/activities':
        return this.edit(id ?? '', which ?? '', activity);
      case 'GET conversations/:id/members':
      case 'GET conversations/:id/pagedmembers':
        return this.members(id ?? '', which, what === 'pagedmembers');
      case 'GET teams/:id':
        return { status: 200, body: this.deps.places.team };
      case 'GET teams/:id/conversations':
        return { status: 200, body: { conversations: this.channels() } };
      default:
        return refusal(404, 'NotFound');
    }
  }

  private createConversation({ channelData, members, activity, bot, tenantId }: NewConversation): Answer {
    const channelId = channelData?.channel?.id;
    if (channelId !== undefined && activity) {
      const sent = this.send(channelId, activity, undefined);
      const { id } = (sent.body ?? {}) as { id?: string };
      return sent.status === 201
        ? { status: 201, body: { id: `${channelId};messageid=${id ?? ''}`, activityId: id } }
        : sent;
    }
    const { people, all } = this.deps.places;
    // https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
    const wanted = members?.[0]?.id;
    const person = people.find((p) => wanted !== undefined && [p.id, p.aadObjectId].includes(wanted));
    if (!person || !bot?.id || tenantId !== this.deps.tenantId) return refusal(400, 'BadSyntax');
    const known = all.find((p) => p.kind === 'personal' && p.members.includes(person));
    return { status: 201, body: { id: (known ?? this.deps.places.addPersonalChat(person)).id } };
  }

  private post(conversationId: string, activity: SentActivity, replyTo: string | undefined): Answer {
    if (activity.type === 'typing') return this.throttled(conversationId) ?? { status: 202, body: { id: 'typing' } };
    const root = conversationId.endsWith('@thread.tacv2') || threadOf(conversationId) ? replyTo : undefined;
    return this.send(conversationId, activity, threadOf(conversationId) ?? root);
  }

  private send(conversationId: string, activity: SentActivity, replyTo: string | undefined): Answer {
    if (tooBig(activity)) return refusal(413, 'MessageSizeTooBig');
    if (asksForConsent(activity) && !this.isPersonal(conversationId)) return refusal(400, 'BadSyntax');
    const refused = this.throttled(conversationId);
    if (refused) return refused;
    const { activityId } = this.deps.posts.add(conversationId, activity, replyTo, this.deps.now());
    return { status: 201, body: { id: activityId } };
  }

  /** Files are taken in the chat of one person only: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/bots-filesv4 */
  private isPersonal(conversationId: string): boolean {
    return this.deps.places.all.some(({ id, kind }) => id === conversationId && kind === 'personal');
  }

  private edit(conversationId: string, activityId: string, activity: SentActivity): Answer {
    const post = this.deps.posts.find(conversationId, activityId);
    if (!post) return refusal(404, 'ActivityNotFoundInConversation');
    if (tooBig(activity)) return refusal(413, 'MessageSizeTooBig');
    const refused = this.throttled(conversationId);
    if (refused) return refused;
    post.versions.push(activity);
    return { status: 200, body: { id: activityId } };
  }

  private throttled(conversationId: string): Answer | undefined {
    const retryAfterSeconds = this.deps.limits.refusal(withoutThread(conversationId));
    if (retryAfterSeconds === undefined) return undefined;
    this.throttledCount += 1;
    return { ...refusal(429, 'TooManyRequests'), retryAfterSeconds };
  }

  private members(conversationId: string, memberId: string | undefined, paged: boolean): Answer {
    const members = this.deps.places.membersOf(withoutThread(conversationId)).map((user) => this.asMember(user));
    if (memberId === undefined) return { status: 200, body: paged ? { members } : members };
    const member = members.find((m) => [m.id, m.aadObjectId, m.userPrincipalName].includes(memberId));
    return member ? { status: 200, body: member } : refusal(404, 'MemberNotFoundInConversation');
  }

  private asMember({ id, aadObjectId, name, email, tenantId = this.deps.tenantId, userRole = 'user' }: TeamsUser) {
    const [givenName, surname] = name.split(' ');
    return { id, aadObjectId, name, givenName, surname, email, userPrincipalName: email, tenantId, userRole };
  }

  private channels() {
    return this.deps.places.all.filter((p) => p.kind === 'channel').map(({ id, name }) => ({ id, name }));
  }
}

const tooBig = (activity: SentActivity): boolean => JSON.stringify(activity).length * 2 > largestBytes;

const asksForConsent = ({ attachments = [] }: SentActivity): boolean =>
  attachments.some(({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.consent');
