import type { SubscriptionResource } from '../customers/customers';
import { azurePlan, offers, type Offer } from './offers';
import type { Random } from './random';

const dayMs = 24 * 60 * 60 * 1000;

/** Active far more often than anything else; the others are every status that any documentation names. */
const statuses = ['suspended', 'deleted', 'expired', 'pending', 'disabled', 'none'];

const terms = [
  { duration: 'P1M', days: 30 },
  { duration: 'P1Y', days: 365 },
  { duration: 'P3Y', days: 1095 },
] as const;

/** `count` subscriptions, bought before `now` (ms, UTC). The first of many is an Azure plan. */
export function inventSubscriptions(count: number, now: number, random: Random): SubscriptionResource[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 && count > 3 ? inventAzurePlan(now, random) : inventLicences(random.pick(offers), now, random),
  );
}

function inventLicences(offer: Offer, now: number, random: Random): SubscriptionResource {
  const status = random.chance(0.72) ? 'active' : random.pick(statuses);
  const term = offer.isTrial ? terms[0] : random.pick(terms);
  const isOver = status === 'expired' || status === 'deleted';
  const start = now - random.between(1, term.days - 1) * dayMs - (isOver ? term.days * dayMs : 0);
  const end = start + term.days * dayMs;
  return {
    ...common(offer, status, start, random),
    friendlyName: random.chance(0.25)
      ? `${offer.name} – ${random.pick(['HQ', 'Field staff', 'Büro', '本社'])}`
      : offer.name,
    quantity: random.pick([1, 3, 5, 10, 12, 25, 40, 75, 120, 300, 1450]),
    unitType: 'Licenses',
    effectiveStartDate: timestamp(start),
    commitmentEndDate: timestamp(end),
    cancellationAllowedUntilDate: timestamp(start + 7 * dayMs),
    billingCycleEndDate: timestamp(Math.min(end, start + 30 * dayMs)),
    autoRenewEnabled: !isOver && random.chance(0.8),
    billingType: 'license',
    billingCycle: offer.isTrial ? 'none' : random.pick(['monthly', 'annual']),
    termDuration: term.duration,
    renewalTermDuration: term.duration,
    attentionNeeded: status === 'suspended',
    ...(status === 'suspended' && { suspensionReasons: [random.pick(['BillingError', 'PartnerSuspended'])] }),
    ...(random.chance(0.1) && { promotionId: '39NFJQT1PFPW:0001:39NFJQT1Q5KK' }),
  };
}

/** An Azure plan is billed by use: it has no term and no end. */
function inventAzurePlan(now: number, random: Random): SubscriptionResource {
  const start = now - random.between(30, 1500) * dayMs;
  return {
    ...common(azurePlan, 'active', start, random),
    friendlyName: 'Azure plan',
    quantity: 1,
    unitType: 'Usage',
    autoRenewEnabled: false,
    billingType: 'usage',
    billingCycle: 'monthly',
    attentionNeeded: false,
  };
}

function common(offer: Offer, status: string, start: number, random: Random): SubscriptionResource {
  return {
    id: random.guid(),
    offerId: `${offer.id}:CFQ7TTC0${random.between(1000, 9999)}`,
    offerName: offer.name,
    productType: { id: offer.product, displayName: offer.product },
    hasPurchasableAddons: random.chance(0.3),
    creationDate: timestamp(start, random.chance(0.02)),
    status,
    isTrial: offer.isTrial,
    isMicrosoftProduct: offer.publisher === 'Microsoft Corporation',
    partnerId: random.chance(0.5) ? '5139005' : '',
    contractType: 'subscription',
    publisherName: offer.publisher,
    orderId: random.guid().slice(0, 12).replace('-', ''),
    actions: ['Edit', 'Cancel'],
    refundOptions: [],
    attributes: { etag: `"${random.guid()}"`, objectType: 'Subscription' },
  };
}

/** ISO without fractions; the documentation shows some with stray blanks: `2015-11-25T06: 41: 12Z`. */
function timestamp(ms: number, isStray = false): string {
  const iso = `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return isStray ? iso.replace(/:/g, ': ') : iso;
}
