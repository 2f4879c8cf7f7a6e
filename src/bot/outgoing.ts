import { ActivityTypes, CardFactory, type Activity } from 'botbuilder';
import type { Answer } from '../commands/turn';

/** What is said to a person, as a Teams activity. A card carries its summary for notifications and screen readers. */
export function outgoing(answer: Answer): Partial<Activity> {
  if (typeof answer === 'string') return { type: ActivityTypes.Message, text: answer, textFormat: 'markdown' };
  return {
    type: ActivityTypes.Message,
    summary: answer.summary,
    attachments: [CardFactory.adaptiveCard(answer.card)],
  };
}
