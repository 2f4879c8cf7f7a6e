import type { AdaptiveCard } from './message';

/**
 * A card for a dialog, which knows Action.Submit only: what is submitted says itself what it is.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/task-modules/design-teams-task-modules
 */
export const dialogCard = (card: AdaptiveCard): AdaptiveCard => submitting(card) as AdaptiveCard;

function submitting(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(submitting);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, submitting(value)]));
  if (copy['type'] !== 'Action.Execute') return copy;
  const { verb: _verb, fallback: _fallback, ...action } = copy;
  return { ...action, type: 'Action.Submit' };
}
