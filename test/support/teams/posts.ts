/** What a bot sends: the parts of an activity that these tests look at. */
export interface SentActivity {
  type: string;
  text?: string;
  summary?: string;
  attachments?: { contentType?: string; content?: unknown }[];
  [key: string]: unknown;
}

/** A message of the bot as Teams holds it. */
export interface Post {
  /** For a channel without `;messageid=`. */
  conversationId: string;
  activityId: string;
  /** The root post that it answers; undefined for a root post and in chats. */
  replyTo: string | undefined;
  /** As it was posted and after each edit; the last one is what people see. */
  versions: SentActivity[];
  /** ms since the epoch. */
  postedAt: number;
}

/** A card as people see it now. */
export interface VisibleCard {
  activityId: string;
  replyTo: string | undefined;
  card: Record<string, unknown>;
  summary: string | undefined;
  /** How often it was edited. */
  edits: number;
  postedAt: number;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

/** The conversation without the thread: `19:x@thread.tacv2;messageid=1` -> `19:x@thread.tacv2`. */
export const withoutThread = (conversationId: string): string => conversationId.split(';messageid=')[0] ?? '';

/** The root post that a conversation id names, if it names one. */
export const threadOf = (conversationId: string): string | undefined => conversationId.split(';messageid=')[1];

/** Everything that the bot has posted, in order. */
export class Posts {
  readonly all: Post[] = [];
  private lastId = 1_795_254_434_000;

  add(conversationId: string, activity: SentActivity, replyTo: string | undefined, postedAt: number): Post {
    this.lastId += 1;
    const post = {
      conversationId: withoutThread(conversationId),
      activityId: String(this.lastId),
      replyTo,
      versions: [activity],
      postedAt,
    };
    this.all.push(post);
    return post;
  }

  find(conversationId: string, activityId: string): Post | undefined {
    const id = withoutThread(conversationId);
    return this.all.find((post) => post.conversationId === id && post.activityId === activityId);
  }

  /** The cards of a conversation in the order in which they were posted, each in its newest version. */
  cards(conversationId: string): VisibleCard[] {
    return this.of(conversationId).flatMap(({ versions, activityId, replyTo, postedAt }) => {
      const newest = versions.at(-1);
      const card = newest?.attachments?.find((a) => a.contentType === cardType)?.content;
      if (!newest || typeof card !== 'object' || card === null) return [];
      const visible = card as Record<string, unknown>;
      return [{ activityId, replyTo, card: visible, summary: newest.summary, edits: versions.length - 1, postedAt }];
    });
  }

  /** The texts of a conversation in order, each in its newest version. */
  texts(conversationId: string): string[] {
    return this.of(conversationId).flatMap((post) => post.versions.at(-1)?.text ?? []);
  }

  private of(conversationId: string): Post[] {
    const id = withoutThread(conversationId);
    return this.all.filter((post) => post.conversationId === id);
  }
}
