/** An Adaptive Card as JSON, schema 1.5. */
export type AdaptiveCard = Record<string, unknown> & { type: 'AdaptiveCard' };

/** What is sent to Teams: a card and the line that notifications and screen readers use in its place. */
export interface CardMessage {
  card: AdaptiveCard;
  summary: string;
}
