import { z } from 'zod/v4';
import { newReferralWords as words } from '../locales/newReferralWords';
import { newReferralCodes } from '../referrals/newReferral';
import { currencyInput, dateInput, emailInput, numberInput, textInput } from './inputs';

const codeInput = (codes: readonly string[]) =>
  textInput(80).refine((code) => code === undefined || codes.includes(code), words.problems.notAChoice);
/** Teams sends a toggle as a string. */
const toggleInput = z.preprocess((value) => value === true || value === 'true', z.boolean());
const localeInput = textInput(20).refine(
  (tag) => tag === undefined || /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag),
  words.problems.notALocale,
);
const nameInput = textInput(100);
const phoneInput = textInput(40);

/** The inputs of the form for a new referral, each checked by itself. */
export const newReferralInputs = z.object({
  type: z.preprocess((value) => value || 'Independent', z.enum(newReferralCodes.type, words.problems.notAChoice)),
  customerName: textInput(200),
  country: textInput(60),
  dealValue: numberInput,
  currency: currencyInput,
  closingDate: dateInput,
  notes: textInput(2000),
  contactFirstName: nameInput,
  contactLastName: nameInput,
  contactEmail: emailInput,
  contactPhone: phoneInput,
  contact2FirstName: nameInput,
  contact2LastName: nameInput,
  contact2Email: emailInput,
  contact2Phone: phoneInput,
  contactLocale: localeInput,
  addressLine1: textInput(200),
  addressLine2: textInput(200),
  city: nameInput,
  state: nameInput,
  postalCode: textInput(20),
  customerSize: codeInput([...newReferralCodes.customerSize, ...newReferralCodes.formerCustomerSize]),
  industry: codeInput(newReferralCodes.industry),
  product: codeInput(newReferralCodes.product),
  service: codeInput(newReferralCodes.service),
  solutionId: textInput(80),
  solutionArea: textInput(80),
  name: textInput(200),
  qualification: codeInput(newReferralCodes.qualification),
  externalReferenceId: textInput(100),
  teamFirstName: nameInput,
  teamLastName: nameInput,
  teamEmail: emailInput,
  teamPhone: phoneInput,
  assistanceRequestCode: codeInput(newReferralCodes.assistanceRequestCode),
  inviteNotes: textInput(600),
  consentToContact: toggleInput,
  consentToShare: toggleInput,
  consentToShareWithMicrosoft: toggleInput,
});

/** What was filled in, each input checked. */
export type NewReferralInputs = z.infer<typeof newReferralInputs>;
