import { subscriptionWords as words } from '../locales/subscriptionWords';
import type { Subscription } from '../partnerCenter/subscription';
import { billingText, termText } from './termTexts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';
import { serviceMoment } from './text/serviceMoment';

const dayMs = 86_400_000;
const endingSoonMs = 30 * dayMs;
/** How long before its end a cancellation window is pointed out. */
const windowClosingMs = 3 * dayMs;

/** One subscription as its card shows it. Plain text. */
export interface SubscriptionLine {
  name: string;
  state: string;
  /** An Adaptive Cards text colour. */
  colour: 'attention' | 'default';
  /** Seats, term, renewal, … */
  about: string;
  /** What needs attention comes first: 0 most urgent; 4 and above need none. */
  rank: number;
  /** ms, UTC; Infinity where it is not known. */
  endsAt: number;
}

/** Describes a subscription at `now` (ms, UTC). */
export function subscriptionLine(subscription: Subscription, now: number, formats: Formats): SubscriptionLine {
  const endsAt = endOf(subscription);
  return {
    name: subscriptionName(subscription),
    about: about(subscription, endsAt, now, formats),
    endsAt,
    ...stateOf(subscription, endsAt, now),
  };
}

/** What its people call it, or what it was bought as. Plain text. */
export const subscriptionName = ({ friendlyName, offerName }: Subscription): string =>
  cutText(oneLine(friendlyName) || oneLine(offerName) || words.unnamed, 100);

/** "25 seats", "billed by usage", "3 units"; '' where there is no quantity. Plain text. */
export function quantityText({ quantity, unitType, billingType }: Subscription, formats: Formats): string {
  if (billingType?.toLowerCase() === 'usage') return words.usage;
  return quantity == null ? '' : amount(quantity, unitType, formats);
}

/** Whether it is among those that come first. */
export const needsAttention = (line: SubscriptionLine): boolean => line.rank < 4;

function stateOf(
  subscription: Subscription,
  endsAt: number,
  now: number,
): Pick<SubscriptionLine, 'state' | 'colour' | 'rank'> {
  const status = oneLine(subscription.status).toLowerCase();
  const { states } = words;
  if (status === 'suspended') return { state: states.suspended, colour: 'attention', rank: 0 };
  if (subscription.attentionNeeded) return { state: states.attention, colour: 'attention', rank: 1 };
  if (status === 'active') {
    const ending = subscription.autoRenewEnabled === false && endsAt - now <= endingSoonMs;
    if (ending) return { state: states.ending, colour: 'attention', rank: 2 };
    return isOpen(cancellableUntil(subscription), now, windowClosingMs)
      ? { state: states.closing, colour: 'attention', rank: 3 }
      : { state: states.active, colour: 'default', rank: 4 };
  }
  const known: Readonly<Record<string, string>> = states;
  const state = (Object.hasOwn(known, status) && known[status]) || readableCode(subscription.status) || states.unknown;
  return { state: cutText(state, 40), colour: 'default', rank: status === 'pending' ? 5 : 6 };
}

function about(subscription: Subscription, endsAt: number, now: number, formats: Formats): string {
  const { billingType, suspensionReasons } = subscription;
  const reasons = (suspensionReasons ?? []).map((reason) => readableCode(reason)).filter(Boolean);
  const usage = billingType?.toLowerCase() === 'usage';
  const parts = [
    cutText(reasons.join(', '), 120),
    quantityText(subscription, formats),
    termText(subscription.termDuration, formats),
    usage ? '' : billingText(subscription.billingCycle),
    subscription.isTrial ? words.trial : '',
    renewal(subscription, endsAt, now, formats),
    isOpen(cancellableUntil(subscription), now, Infinity)
      ? words.cancellable(formats.day(cancellableUntil(subscription)))
      : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function amount(quantity: number, unitType: string | null | undefined, formats: Formats): string {
  const unit = cutText(oneLine(unitType).toLowerCase(), 30);
  const seats = !unit || unit === 'none' || /^licen[cs]es?$/.test(unit);
  return seats ? words.seats(quantity, formats.number(quantity)) : `${formats.number(quantity)} ${unit}`;
}

function renewal({ autoRenewEnabled }: Subscription, endsAt: number, now: number, formats: Formats): string {
  if (endsAt === Infinity) {
    return autoRenewEnabled == null ? '' : autoRenewEnabled ? words.autoRenewal : words.noAutoRenewal;
  }
  const day = formats.calendarDay(endsAt);
  if (endsAt <= now) return words.ended(day);
  return autoRenewEnabled == null ? words.until(day) : autoRenewEnabled ? words.renews(day) : words.ends(day);
}

const isOpen = (until: number, now: number, forMs: number): boolean =>
  until > now && until !== Infinity && until - now <= forMs;

const endOf = ({ commitmentEndDate }: Subscription): number => serviceMoment(commitmentEndDate) ?? Infinity;

const cancellableUntil = ({ cancellationAllowedUntilDate }: Subscription): number =>
  serviceMoment(cancellationAllowedUntilDate) ?? Infinity;
