import { referralWords as words } from '../locales/referralWords';
import type { Member, Referral } from '../partnerCenter/referral';
import { fact, type CardFact } from './referralFacts';
import { countryName, dealValue, memberName, namedList } from './referralTexts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** Everything else that is known of a referral, for the folded part of its card. */
export function referralDetails(referral: Referral, formats: Formats): CardFact[] {
  const { facts } = words;
  const { customerProfile, details, inviteContext } = referral;
  const requirements = details?.requirements;
  return [
    ...fact(facts.contacts, people(customerProfile?.team, formats), 500),
    ...fact(facts.address, address(referral), 240),
    ...fact(facts.size, readableSize(customerProfile?.size)),
    ...fact(facts.value, dealValue(referral, formats)),
    ...fact(facts.closeDate, day(details?.closingDateTime, formats)),
    ...fact(facts.solutions, namedList(requirements?.solutions, formats, 6), 300),
    ...fact(facts.products, namedList(requirements?.products, formats, 6), 240),
    ...fact(facts.services, namedList(requirements?.services, formats, 6), 240),
    ...fact(facts.industries, namedList(requirements?.industries, formats, 5), 240),
    ...fact(facts.qualification, code(referral.qualification)),
    ...fact(facts.invitation, inviteContext?.notes, 400),
    ...fact(facts.helpWanted, code(inviteContext?.assistanceRequestCode)),
    ...fact(facts.team, people(referral.team, formats), 360),
    ...fact(facts.consent, consents(referral, formats)),
    ...fact(facts.name, oneLine(referral.name), 120),
    ...fact(referral.direction === 'Outgoing' ? facts.made : facts.created, moment(referral.createdDateTime, formats)),
    ...(referral.status === 'New' ? fact(facts.expires, moment(referral.expirationDateTime, formats)) : []),
    ...fact(facts.acceptedAt, moment(referral.acceptedDateTime, formats)),
    ...fact(facts.closedAt, moment(referral.closedDateTime, formats)),
    ...fact(facts.updated, moment(referral.updatedDateTime, formats)),
    ...fact(facts.ownNumber, oneLine(referral.externalReferenceId), 80),
    ...fact(facts.referralId, oneLine(referral.id), 80),
    ...fact(facts.engagementId, oneLine(referral.engagementId), 80),
  ];
}

/** A line for each of the first three, with how to reach them; the rest is counted. */
function people(team: readonly Member[] | null | undefined, formats: Formats): string {
  const lines = (team ?? [])
    .map((member) =>
      [memberName(member), cutText(oneLine(member.email), 100), cutText(oneLine(member.phoneNumber), 30)]
        .filter(Boolean)
        .join(' · '),
    )
    .filter(Boolean);
  const rest = lines.length > 3 ? [words.more(formats.number(lines.length - 3))] : [];
  return [...lines.slice(0, 3), ...rest].join('\n');
}

function address(referral: Referral): string {
  const at = referral.customerProfile?.address;
  const town = [...new Set([at?.city, at?.state, at?.postalCode].map(oneLine))].filter(Boolean).join(' ');
  const parts = [oneLine(at?.addressLine1), oneLine(at?.addressLine2), town, countryName(at?.country)];
  return parts
    .filter(Boolean)
    .map((part) => cutText(part, 80))
    .join(', ');
}

function consents(referral: Referral, formats: Formats): string {
  const given = Object.entries(words.consents).filter(([name]) => referral.consent?.[name] === true);
  return formats.list(given.map(([, text]) => text));
}

/** `51to250employees` as "51 to 250 employees". */
export const readableSize = (size: string | null | undefined): string =>
  cutText(oneLine(size), 60)
    .replace(/(\d+)to(\d+)/, '$1 to $2')
    .replace(/^Morethan(\d+)/, 'More than $1')
    .replace(/(\d)(employees)/, '$1 $2');

const code = (value: string | null | undefined): string =>
  value && value !== 'None' && value !== 'Unknown' ? cutText(readableCode(value), 80) : '';

const day = (iso: string | null | undefined, formats: Formats): string => dated(iso, formats.calendarDay);
const moment = (iso: string | null | undefined, formats: Formats): string => dated(iso, formats.moment);

function dated(iso: string | null | undefined, format: (ms: number) => string): string {
  const ms = Date.parse(iso ?? '');
  return Number.isNaN(ms) ? '' : format(ms);
}
