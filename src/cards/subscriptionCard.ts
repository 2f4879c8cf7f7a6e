import { subscriptionWords as words } from '../locales/subscriptionWords';
import type { Subscription } from '../partnerCenter/subscription';
import { detailCard } from './detailCard';
import type { CardMessage } from './message';
import { fact } from './referralFacts';
import { subscriptionLine } from './subscriptionLine';
import { cutText } from './text/cutText';
import { createFormats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { oneLine } from './text/plainText';
import { serviceMoment } from './text/serviceMoment';

/** One subscription of a customer. */
export interface SubscriptionCardView {
  customerId: string;
  customerName: string;
  subscription: Subscription;
  /** The first field to be shown in place of the face. */
  fieldsFrom?: number;
  /** ms, UTC. */
  now: number;
  locale: string;
}

/** One subscription: how it stands and its dates; everything else behind All fields. */
export function subscriptionCard({
  subscription,
  fieldsFrom,
  now,
  locale,
  ...customer
}: SubscriptionCardView): CardMessage {
  const formats = createFormats(locale, undefined, now);
  const line = subscriptionLine(subscription, now, formats);
  const { customerId } = customer;
  const customerName = cutText(oneLine(customer.customerName), 60) || words.unnamedCustomer;
  const day = (iso: string | null | undefined) => {
    const ms = serviceMoment(iso);
    return ms === undefined ? '' : formats.calendarDay(ms);
  };
  const { facts } = words;
  const renewal = subscription.autoRenewEnabled == null ? '' : subscription.autoRenewEnabled ? words.on : words.off;
  const card = detailCard(
    {
      heading: line.name,
      about: [isolateText(customerName), line.state, line.about].filter(Boolean).join(' · '),
      facts: [
        ...fact(facts.started, day(subscription.effectiveStartDate)),
        ...fact(facts.commitmentEnd, day(subscription.commitmentEndDate)),
        ...fact(facts.autoRenewal, renewal),
        ...fact(facts.cancellable, day(subscription.cancellationAllowedUntilDate)),
        ...fact(facts.cycleEnd, day(subscription.billingCycleEndDate)),
      ],
      sections: [],
      buttons: [
        { title: words.all, verb: 'customer.choose', data: { customerId, customerName, next: 'subscriptions' } },
      ],
      resource: subscription,
      show: { verb: 'subscription.show', data: { customerId, customerName, subscriptionId: subscription.id } },
      fieldsFrom,
    },
    formats,
  );
  return { card, summary: cutText(`${isolateText(line.name)}: ${line.state}`, 190) };
}
