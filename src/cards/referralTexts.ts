import { referralWords as words } from '../locales/referralWords';
import type { Member, Referral } from '../partnerCenter/referral';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** The customer's name. Plain text, like everything here. */
export function customerName(referral: Referral): string {
  return cutText(oneLine(referral.customerProfile?.name) || oneLine(referral.name) || words.noCustomer, 120);
}

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** City, state and country, as far as they are known. */
export function customerPlace(referral: Referral): string {
  const address = referral.customerProfile?.address;
  const parts = [...new Set([oneLine(address?.city), oneLine(address?.state), countryName(address?.country)])];
  return parts
    .filter(Boolean)
    .map((part) => cutText(part, 60))
    .join(', ');
}

/** The English name of a country given as ISO 3166 alpha-2; anything else as it is. */
export function countryName(country: string | null | undefined): string {
  const code = oneLine(country);
  return /^[A-Za-z]{2}$/.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code;
}

/** The deal value in its currency, or undefined where none is stated. */
export function dealValue(referral: Referral, formats: Formats): string | undefined {
  const amount = dealAmount(referral);
  return amount === undefined ? undefined : formats.money(amount, cutText(oneLine(referral.details?.currency), 10));
}

/** The deal value as a number; zero is what Partner Center writes for "not stated". */
export function dealAmount(referral: Referral): number | undefined {
  const raw = referral.details?.dealValue;
  const amount = typeof raw === 'string' ? Number(raw.trim() || Number.NaN) : raw;
  return typeof amount === 'number' && Number.isFinite(amount) && amount !== 0 ? amount : undefined;
}

/** Names, or else codes made readable, of the first `count` of a list; the rest is counted. */
export function namedList(
  items: readonly { id?: string | null; name?: string | null }[] | null | undefined,
  formats: Formats,
  count: number,
): string {
  const names = (items ?? []).map((item) => oneLine(item.name) || oneLine(item.id)).filter(Boolean);
  const shown = [...new Set(names)].map((name) => cutText(/\s/.test(name) ? name : readableCode(name), 60));
  const rest = shown.length > count ? ` ${words.more(formats.number(shown.length - count))}` : '';
  return formats.list(shown.slice(0, count)) + rest;
}

/** "Ada Lovelace, Head of IT" */
export function memberName(member: Member | undefined): string {
  const name = [oneLine(member?.firstName), oneLine(member?.lastName)].filter(Boolean).join(' ');
  return [cutText(name, 80), cutText(oneLine(member?.title), 60)].filter(Boolean).join(', ');
}

/** Who sent it, if that is known. */
export function sender(referral: Referral): string {
  const invitedBy = referral.inviteContext?.invitedBy;
  if (invitedBy?.organizationId === 'msft') return words.microsoft;
  const name = cutText(oneLine(invitedBy?.organizationName), 80);
  return name || (referral.qualification === 'Direct' ? words.customerDirect : '');
}
