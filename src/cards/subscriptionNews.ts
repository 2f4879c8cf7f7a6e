import { newsWords } from '../locales/newsWords';
import { subscriptionWords } from '../locales/subscriptionWords';
import type { Subscription } from '../partnerCenter/subscription';
import type { NewsTruth } from '../storage/news';
import { dayText } from './invoiceTexts';
import type { NewsFace } from './newsCard';
import { fact, type CardFact } from './referralFacts';
import { quantityText, subscriptionName } from './subscriptionLine';
import { billingText, termText } from './termTexts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';
import { isolateText } from './text/rightToLeft';

const words = newsWords.card;
type SubscriptionTruth = Extract<NewsTruth, { topic: 'subscription' }>;

/** What the card of a changed subscription says; what has changed since `before` is said with what it was. */
export function subscriptionNewsFace(truth: SubscriptionTruth, before: NewsTruth | null, formats: Formats): NewsFace {
  const { customerId, subscription } = truth;
  const name = subscriptionName(subscription);
  const customerName = cutText(oneLine(truth.customerName), 60) || subscriptionWords.unnamedCustomer;
  const known = before?.topic === 'subscription' ? before.subscription : undefined;
  const rows = values(subscription, formats);
  const earlier = known && values(known, formats);
  const renamed = known && subscriptionName(known) !== name ? subscriptionName(known) : '';
  const isSame = earlier !== undefined && !renamed && rows.every(([, value], at) => value === earlier[at]?.[1]);
  const data = { customerId, customerName };
  return {
    banner: words.subscription,
    isAlarming: /suspended|deleted|expired|disabled/i.test(oneLine(subscription.status)),
    heading: renamed ? words.change(headingText(renamed), headingText(name)) : headingText(name),
    about: isolateText(customerName),
    story: known ? (isSame ? words.same : '') : words.notSaid,
    facts: rows.flatMap(([title, value], at) => changeFact(title, earlier?.[at]?.[1] ?? value, value)),
    buttons: [
      { title: words.details, verb: 'subscription.show', data: { ...data, subscriptionId: subscription.id } },
      { title: subscriptionWords.all, verb: 'customer.choose', data: { ...data, next: 'subscriptions' } },
    ],
    summary: words.changed(isolateText(customerName), isolateText(name)),
  };
}

/** What it says of a subscription, always in the same places; '' where there is nothing. */
function values(subscription: Subscription, formats: Formats): [title: string, value: string][] {
  const { facts } = subscriptionWords;
  const { status, autoRenewEnabled, suspensionReasons, commitmentEndDate, termDuration, billingCycle } = subscription;
  const reasons = (suspensionReasons ?? []).map((reason) => readableCode(reason)).filter(Boolean);
  const renewal = autoRenewEnabled == null ? '' : autoRenewEnabled ? subscriptionWords.on : subscriptionWords.off;
  const trial = subscription.isTrial ? subscriptionWords.trial : '';
  return [
    [words.facts.status, statusText(status)],
    [words.facts.reason, cutText(formats.list(reasons), 120)],
    [words.facts.quantity, quantityText(subscription, formats)],
    [facts.autoRenewal, renewal],
    [facts.commitmentEnd, dayText(commitmentEndDate, formats)],
    [words.facts.term, [termText(termDuration, formats), billingText(billingCycle), trial].filter(Boolean).join(' · ')],
  ];
}

/** Cut by itself, so that a new name is there however long the old one was. */
const headingText = (name: string): string => isolateText(markdownText(name, 100));

function changeFact(title: string, before: string, value: string): CardFact[] {
  if (before === value) return fact(title, value);
  const text = words.change(before || words.nothing, value || words.nothing);
  return fact(title, text).map((said) => ({ ...said, value: `**${said.value}**` }));
}

function statusText(status: string | null | undefined): string {
  const known: Readonly<Record<string, string>> = subscriptionWords.states;
  const key = oneLine(status).toLowerCase();
  return (Object.hasOwn(known, key) && known[key]) || cutText(readableCode(status), 40);
}
