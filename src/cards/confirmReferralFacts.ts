import { confirmReferralWords as words } from '../locales/confirmReferralWords';
import type { NewMember, NewReferral } from '../referrals/newReferral';
import { readableSize } from './referralDetails';
import { fact, type CardFact } from './referralFacts';
import { countryName } from './referralTexts';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

type Texts = readonly (string | undefined)[];

/** Everything of a new referral but its notes and consents, in six facts at most. */
export function confirmReferralFacts(referral: NewReferral, formats: Formats): CardFact[] {
  const { customer, contacts, contactLocale, needs, solutions, solutionId, team, invitation } = referral;
  const { facts } = words;
  const { addressLine1, addressLine2, city, state, postalCode, country } = customer.address;
  const areas = solutions.filter(({ type }) => type === 'Category').map(({ id }) => readableCode(id));
  const contactLines = [...contacts.map(memberText), contactLocale && words.writtenIn(contactLocale)];
  return [
    ...fact(
      facts.customer,
      lines([
        customer.name,
        joined([addressLine1, addressLine2, joined([city, state, postalCode], ' '), countryName(country)]),
        readableSize(customer.size),
      ]),
      900,
    ),
    ...fact(facts.contacts, lines(contactLines) || words.noContacts, 1100),
    ...fact(facts.deal, dealText(referral, formats), 800),
    ...fact(
      facts.needs,
      joined([
        oneLine(needs.industry),
        readableCode(needs.product),
        readableCode(needs.service),
        ...areas,
        solutionId && words.solution(solutionId),
      ]),
      600,
    ),
    ...fact(facts.team, lines(team.map(memberText)), 600),
    ...fact(facts.help, lines([readableCode(invitation.assistanceRequestCode), invitation.notes]), 1100),
  ];
}

function dealText({ name, deal, qualification, externalReferenceId }: NewReferral, formats: Formats): string {
  const { value, currency = '', closingDate } = deal;
  return lines([
    name,
    joined(
      [
        value === undefined ? currency : formats.money(value, currency),
        closingDate && words.closes(formats.calendarDay(Date.parse(closingDate))),
        qualification && readableCode(qualification),
        externalReferenceId && words.ownNumber(externalReferenceId),
      ],
      ' · ',
    ),
  ]);
}

const memberText = ({ firstName, lastName, email, phoneNumber }: NewMember): string =>
  joined([joined([firstName, lastName], ' '), email, phoneNumber], ' · ');

const joined = (texts: Texts, between = ', '): string => texts.filter(Boolean).join(between);
const lines = (texts: Texts): string => joined(texts, '\n');
