import type { Subscription } from '../partnerCenter/subscription';
import { oneLine } from './text/plainText';
import { serviceMoment } from './text/serviceMoment';

/** Which subscriptions are asked for; what is left out does not matter. */
export interface SubscriptionFilter {
  /** One of Partner Center's words: `suspended`, in any case. */
  status?: string;
  /** `YYYY-MM-DD`, UTC, inclusive: when the commitment ends. */
  endsFrom?: string;
  endsTo?: string;
}

/** Whether a subscription is one of those that are asked for. One whose end is not known is in no period. */
export function matchesFilter(subscription: Subscription, { status, endsFrom, endsTo }: SubscriptionFilter): boolean {
  if (status && oneLine(subscription.status).toLowerCase() !== status.toLowerCase()) return false;
  if (!endsFrom && !endsTo) return true;
  const ends = serviceMoment(subscription.commitmentEndDate);
  if (ends === undefined) return false;
  const day = new Date(ends).toISOString().slice(0, 10);
  return (!endsFrom || day >= endsFrom) && (!endsTo || day <= endsTo);
}
