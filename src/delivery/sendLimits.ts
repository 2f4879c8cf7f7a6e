/** So many sends at most within any stretch of that length. */
export interface SendLimit {
  windowMs: number;
  most: number;
}

/** What Teams lets one bot send to one conversation; an edit counts like a post. */
interface ConversationLimit extends SendLimit {
  documented: number;
}

/**
 * Per bot and conversation. What is owed leaves a little room below the documented figures, so that a person's command is
 * answered at once even while many cards are being posted, and so that what was under way when the process ended fits in.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/rate-limit
 */
export const conversationLimits: readonly ConversationLimit[] = [
  { windowMs: 1_000, documented: 7, most: 6 },
  { windowMs: 2_000, documented: 8, most: 7 },
  { windowMs: 30_000, documented: 60, most: 56 },
  { windowMs: 3_600_000, documented: 1_800, most: 1_750 },
];

/** All conversations together, sends that are under way counted: a little below the documented 50 per second per app and tenant. */
export const appLimits: readonly SendLimit[] = [{ windowMs: 1_000, most: 48 }];
