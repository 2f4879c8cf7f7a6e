import { newReferralWords as words } from '../locales/newReferralWords';
import { newReferralCodes } from '../referrals/newReferral';
import { formInput, type FormInput } from './formInput';
import { readableSize } from './referralDetails';
import { readableCode } from './text/readableCode';

type InputId = keyof typeof words.inputs;
type Typed = Readonly<Record<string, string>>;
type Shape = Omit<FormInput, 'id' | 'label' | 'value'>;

const { required, currency, email, dealValue } = words.errors;
const name: Shape = { kind: 'text', maxLength: 100 };
const address: Shape = { kind: 'email', maxLength: 254, regex: '^[^@ ]+@[^@ ]+$', errorMessage: email };
const phone: Shape = { kind: 'tel', maxLength: 40 };

/** The codes that can be chosen, in words; none of them is an answer too. */
const chosen = (codes: readonly string[], title: (code: string) => string = readableCode): Shape => ({
  kind: 'choice',
  placeholder: words.choose,
  choices: codes.map((value) => ({ title: title(value), value })),
});

const shapes: Readonly<Record<InputId, Shape>> = {
  type: {
    kind: 'radio',
    isRequired: true,
    errorMessage: required,
    choices: newReferralCodes.type.map((value) => ({ title: words.types[value], value })),
  },
  customerName: { kind: 'text', maxLength: 200, isRequired: true, errorMessage: required },
  country: { kind: 'text', maxLength: 60, isRequired: true, errorMessage: required },
  dealValue: { kind: 'number', errorMessage: dealValue },
  currency: { kind: 'text', maxLength: 3, regex: '^[A-Za-z]{3}$', errorMessage: currency },
  closingDate: { kind: 'date' },
  notes: { kind: 'longText', maxLength: 2000 },
  contactFirstName: name,
  contactLastName: name,
  contactEmail: address,
  contactPhone: phone,
  contact2FirstName: name,
  contact2LastName: name,
  contact2Email: address,
  contact2Phone: phone,
  contactLocale: { kind: 'text', maxLength: 20 },
  addressLine1: { kind: 'text', maxLength: 200 },
  addressLine2: { kind: 'text', maxLength: 200 },
  city: name,
  state: name,
  postalCode: { kind: 'text', maxLength: 20 },
  customerSize: chosen(newReferralCodes.customerSize, readableSize),
  industry: chosen(newReferralCodes.industry, String),
  product: chosen(newReferralCodes.product),
  service: chosen(newReferralCodes.service),
  solutionId: { kind: 'text', maxLength: 80 },
  solutionArea: { kind: 'text', maxLength: 80 },
  name: { kind: 'text', maxLength: 200 },
  qualification: chosen(newReferralCodes.qualification),
  externalReferenceId: name,
  teamFirstName: name,
  teamLastName: name,
  teamEmail: address,
  teamPhone: phone,
  assistanceRequestCode: chosen(newReferralCodes.assistanceRequestCode),
  inviteNotes: { kind: 'longText', maxLength: 600 },
  consentToContact: { kind: 'toggle' },
  consentToShare: { kind: 'toggle' },
  consentToShareWithMicrosoft: { kind: 'toggle' },
};

const face = ['type', 'customerName', 'country', 'dealValue', 'currency', 'closingDate', 'notes'] as const;
const consents = ['consentToContact', 'consentToShare', 'consentToShareWithMicrosoft'] as const;
const sections: Readonly<Record<keyof typeof words.sections, readonly InputId[]>> = {
  contacts: [
    ['contactFirstName', 'contactLastName', 'contactEmail', 'contactPhone'] as const,
    ['contact2FirstName', 'contact2LastName', 'contact2Email', 'contact2Phone', 'contactLocale'] as const,
  ].flat(),
  address: ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'customerSize'],
  needs: ['industry', 'product', 'service', 'solutionId', 'solutionArea'],
  deal: [
    ['name', 'qualification', 'externalReferenceId'] as const,
    ['teamFirstName', 'teamLastName', 'teamEmail', 'teamPhone'] as const,
  ].flat(),
  help: ['assistanceRequestCode', 'inviteNotes'],
};

/**
 * The inputs of the form, for its template: those that everybody needs, and sections that unfold.
 * @param isOpen whether sections that have something in them are unfolded
 */
export function newReferralForm(typed: Typed, isOpen: boolean) {
  const inputs = (ids: readonly InputId[]) => ids.map((id) => inputOf(id, typed[id]));
  return {
    face: inputs(face),
    sections: Object.entries(words.sections).map(([id, title]) => {
      const ids = sections[id as keyof typeof sections];
      return { id: `section-${id}`, title, open: isOpen && ids.some((input) => typed[input]), inputs: inputs(ids) };
    }),
    consents: inputs(consents),
  };
}

function inputOf(id: InputId, typed: string | undefined): Record<string, unknown> {
  const shape = shapes[id];
  // A client lets nobody type more.
  const value = shape.maxLength === undefined ? typed : typed?.slice(0, shape.maxLength);
  return formInput({ ...shape, id, label: words.inputs[id], placeholder: placeholderOf(id), value });
}

const placeholderOf = (id: InputId): string | undefined => words.placeholders[id] ?? shapes[id].placeholder;
