import { newReferralWords as words } from '../locales/newReferralWords';
import type { NewMember, NewReferral } from '../referrals/newReferral';
import { solutionArea } from '../referrals/solutionArea';
import { newReferralInputs, type NewReferralInputs } from './newReferralInputs';
import { readCountryInput } from './readCountryInput';

/** What was filled in: a referral that can be created, or one sentence that names everything that is wrong with it. */
export type ReadReferral = { referral: NewReferral } | { problem: string };

type Inputs = Readonly<Record<string, unknown>>;
type InputName = keyof NewReferralInputs;

/** Reads the inputs of the form. */
export function readNewReferral(given: Inputs): ReadReferral {
  const problems = problemsByThemselves(given);
  const usable = Object.fromEntries(Object.entries(given).filter(([name]) => !problems.has(name as InputName)));
  const inputs = newReferralInputs.parse(usable);
  const country = readCountryInput(inputs.country ?? '');
  for (const [name, problem] of problemsTogether(inputs, country)) {
    if (!problems.has(name)) problems.set(name, problem);
  }
  if (problems.size === 0 && country && inputs.customerName) {
    return { referral: toReferral(inputs, inputs.customerName, country) };
  }
  const said = Object.entries(words.inputs).flatMap(([name, label]) => {
    const problem = problems.get(name as InputName);
    return problem ? [`${name.startsWith('consent') ? `“${label}”` : label} ${problem}`] : [];
  });
  return { problem: words.problems.sentence(said.join('; ')) };
}

/** What was typed into the form, by the ids of its inputs; everything else is left out. */
export const typedInputs = (given: Inputs): Record<string, string> =>
  Object.fromEntries(
    Object.keys(newReferralInputs.shape).flatMap((name) => {
      const value = given[name];
      const typed = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
      return typed.trim() ? [[name, typed]] : [];
    }),
  );

function problemsByThemselves(given: Inputs): Map<InputName, string> {
  const read = newReferralInputs.safeParse(given);
  const issues = read.error?.issues ?? [];
  return new Map(issues.toReversed().map(({ path, message }) => [path[0] as InputName, message]));
}

function problemsTogether(inputs: NewReferralInputs, country: string | undefined): [InputName, string][] {
  const { missing, missingWithValue, missingWhenShared, notACountry, consent } = words.problems;
  const isShared = inputs.type === 'Shared';
  const found: [InputName, string, boolean][] = [
    ['customerName', missing, !inputs.customerName],
    ['country', inputs.country ? notACountry : missing, !country],
    ['currency', missingWithValue, inputs.dealValue !== undefined && !inputs.currency],
    ['contactFirstName', missingWhenShared, isShared && !inputs.contactFirstName],
    ['contactLastName', missingWhenShared, isShared && !inputs.contactLastName],
    ['contactEmail', missingWhenShared, isShared && !inputs.contactEmail],
    ['consentToShareWithMicrosoft', consent, isShared && !inputs.consentToShareWithMicrosoft],
  ];
  return found.filter(([, , isWrong]) => isWrong).map(([name, problem]) => [name, problem]);
}

function toReferral(inputs: NewReferralInputs, customerName: string, country: string): NewReferral {
  const { addressLine1, addressLine2, city, state, postalCode, solutionId, solutionArea: area } = inputs;
  return {
    type: inputs.type,
    name: inputs.name ?? customerName,
    qualification: inputs.qualification,
    externalReferenceId: inputs.externalReferenceId,
    customer: {
      name: customerName,
      size: inputs.customerSize,
      address: { addressLine1, addressLine2, city, state, postalCode, country },
    },
    contacts: [
      ...member(inputs.contactFirstName, inputs.contactLastName, inputs.contactEmail, inputs.contactPhone),
      ...member(inputs.contact2FirstName, inputs.contact2LastName, inputs.contact2Email, inputs.contact2Phone),
    ],
    contactLocale: inputs.contactLocale,
    consent: {
      contact: inputs.consentToContact,
      share: inputs.consentToShare,
      shareWithMicrosoft: inputs.consentToShareWithMicrosoft,
    },
    deal: {
      value: inputs.dealValue,
      currency: inputs.currency,
      closingDate: inputs.closingDate,
      notes: inputs.notes,
    },
    needs: { industry: inputs.industry, product: inputs.product, service: inputs.service },
    solutions: [
      ...(solutionId ? [{ id: solutionId, type: 'Name' as const }] : []),
      ...(area ? [{ id: solutionArea(area), type: 'Category' as const }] : []),
    ],
    solutionId,
    team: member(inputs.teamFirstName, inputs.teamLastName, inputs.teamEmail, inputs.teamPhone),
    invitation: { notes: inputs.inviteNotes, assistanceRequestCode: inputs.assistanceRequestCode },
  };
}

function member(firstName?: string, lastName?: string, email?: string, phoneNumber?: string): NewMember[] {
  const given = { firstName, lastName, email, phoneNumber };
  return Object.values(given).some(Boolean) ? [given] : [];
}
