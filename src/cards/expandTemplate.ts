import { Template } from 'adaptivecards-templating';
import type { AdaptiveCard } from './message';

/**
 * Fills a template of `adaptiveCards/`. Values are inserted as they are: an expression in a value is not evaluated. A
 * property whose value is null is left out.
 */
export function expandTemplate(template: Template, data: object): AdaptiveCard {
  return withoutNulls(template.expand({ $root: data })) as AdaptiveCard;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]));
}
