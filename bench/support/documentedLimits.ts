/** So many sends at most within any stretch of that length. */
interface Limit {
  windowMs: number;
  most: number;
}

/** Per bot and conversation, and per app and tenant: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/rate-limit */
const perConversation: readonly Limit[] = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
  { windowMs: 3_600_000, most: 1_800 },
];
const perApp: readonly Limit[] = [{ windowMs: 1_000, most: 50 }];

/** Counts what Teams takes, and says when it takes the next message. Times are ms. */
export class DocumentedLimits {
  private readonly app: number[] = [];
  private readonly conversations = new Map<string, number[]>();

  /** The earliest moment at which one more is within every limit; 0 when none has been reached. */
  opensAt(conversationId: string): number {
    return Math.max(opening(this.app, perApp), opening(this.timesOf(conversationId), perConversation));
  }

  take(conversationId: string, at: number): void {
    this.app.push(at);
    this.timesOf(conversationId).push(at);
  }

  private timesOf(conversationId: string): number[] {
    const times = this.conversations.get(conversationId) ?? [];
    this.conversations.set(conversationId, times);
    return times;
  }
}

const opening = (times: readonly number[], limits: readonly Limit[]): number =>
  Math.max(0, ...limits.map(({ windowMs, most }) => (times.at(-most) ?? -Infinity) + windowMs));

/** How long so many cards in each of so many conversations take at least if each is sent as early as the limits let it, in ms. */
export function shortestMs(conversations: number, cards: number): number {
  const limits = new DocumentedLimits();
  let at = 0;
  for (let card = 0; card < cards; card++) {
    for (let conversation = 0; conversation < conversations; conversation++) {
      at = Math.max(at, limits.opensAt(String(conversation)));
      limits.take(String(conversation), at);
    }
  }
  return at;
}
