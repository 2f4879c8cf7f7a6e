import { customerWords as words } from '../locales/customerWords';
import type { Customer, CustomerAddress } from '../partnerCenter/customer';
import { readableRelationship } from './customersCard';
import type { CustomerQuestion } from './customerQuestion';
import { detailCard } from './detailCard';
import type { CardMessage } from './message';
import { fact, type CardFact } from './referralFacts';
import { countryName } from './referralTexts';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { oneLine } from './text/plainText';

/** A customer as `GET /customers/{id}` gives it. */
export interface CustomerCardView {
  customer: Customer;
  /** As a search gives it, without addresses and contacts: a button reads them. */
  found?: true;
  /** The first field to be shown in place of the face. */
  fieldsFrom?: number;
  /** ms, UTC. */
  now: number;
  locale: string;
}

const mostDomains = 8;

/** One customer: who it is, how to reach it, who is billed; everything else behind All fields. */
export function customerCard({ customer, found, fieldsFrom, now, locale }: CustomerCardView): CardMessage {
  const formats = createFormats(locale, undefined, now);
  const { id: customerId, companyProfile, relationshipToPartner } = customer;
  const customerName = cutText(oneLine(companyProfile?.companyName), 80) || words.unnamed;
  const domain = cutText(oneLine(companyProfile?.domain), 80);
  const about = [domain, readableRelationship(relationshipToPartner)].filter(Boolean).join(' · ');
  const ask = (next: Exclude<CustomerQuestion, 'customer' | `${string}File`>) => ({
    title: words.buttons[next],
    verb: 'customer.choose',
    data: { customerId, customerName, next },
  });
  const rest = { title: words.buttons.whole, verb: 'customer.show', data: { customerId } };
  const whole = found ? [rest] : [];
  const card = detailCard(
    {
      heading: customerName,
      about,
      facts: factsOf(customer, formats),
      sections: [],
      buttons: [ask('subscriptions'), ask('orders'), ask('referrals'), ...whole],
      resource: customer,
      show: { verb: 'customer.show', data: { customerId } },
      fieldsFrom,
    },
    formats,
  );
  return { card, summary: [isolateText(customerName), about].filter(Boolean).join(', ') };
}

function factsOf({ companyProfile, billingProfile, allowDelegatedAccess, customDomains }: Customer, formats: Formats) {
  const { facts } = words;
  const { defaultAddress } = billingProfile ?? {};
  const company = addressOf(companyProfile?.address);
  const billed = addressOf(defaultAddress);
  const contact = joined(' · ', companyProfile?.email, companyProfile?.address?.phoneNumber);
  const person = joined(' ', billingProfile?.firstName, billingProfile?.lastName);
  const billing = [
    joined(' · ', person, billingProfile?.email, defaultAddress?.phoneNumber),
    joined(', ', billingProfile?.companyName, billed === company ? '' : billed),
  ];
  const delegated = allowDelegatedAccess ? words.given : words.notGiven;
  return [
    ...fact(facts.address, company, 300),
    ...fact(facts.contact, contact, 200),
    ...fact(facts.billing, billing.filter(Boolean).join('\n'), 400),
    ...fact(facts.language, joined(' · ', billingProfile?.language, billingProfile?.culture), 60),
    ...(allowDelegatedAccess == null ? [] : fact(facts.delegatedAccess, delegated)),
    ...domainsOf(customDomains ?? [], formats),
  ];
}

function domainsOf(domains: readonly string[], formats: Formats): CardFact[] {
  const shown = domains.slice(0, mostDomains).map((domain) => cutText(oneLine(domain), 80));
  const rest = domains.length - shown.length;
  const all = rest > 0 ? [...shown, words.more(formats.number(rest))] : shown;
  return fact(words.facts.customDomains, all.filter(Boolean).join('\n'), 700);
}

function addressOf(address: CustomerAddress | null | undefined): string {
  const town = joined(' ', address?.postalCode, address?.city);
  const { addressLine1, addressLine2, state, region, country } = address ?? {};
  return joined(', ', addressLine1, addressLine2, town, state, region, countryName(country));
}

/** What is there of it, each at most 80 characters, and none read into the next. */
const joined = (separator: string, ...parts: (string | null | undefined)[]): string =>
  [...new Set(parts.map((part) => isolateText(cutText(oneLine(part), 80))))].filter(Boolean).join(separator);
