import { z } from 'zod/v4';
import { chosenShape } from '../commands/typedConditions';
import { watchWords as words } from '../locales/watchWords';
import { areChoices, watchChoices } from '../referrals/watchChoices';
import { currencyInput, emailInput, numberInput, textInput } from './inputs';
import { readCountryInput } from './readCountryInput';

/** Countries as people write them, one after the other. */
const countriesInput = textInput(300).transform((text, context) => {
  const written = text?.split(/[,;\n]|\b(?:and|or)\b/i).filter((one) => one.trim()) ?? [];
  const unknown = written.find((one) => !readCountryInput(one));
  if (unknown) context.addIssue({ code: 'custom', message: words.problems.notACountry(unknown.trim()) });
  return written.map((one) => readCountryInput(one)).join(',') || undefined;
});

/** The inputs of the form for a watch; without any it is for every referral. */
export const watchInputs = {
  ...chosenShape,
  // Forms of an earlier version do not ask for it.
  direction: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['Incoming', 'Outgoing', 'Both']).optional(),
  ),
  kinds: textInput(100).refine(
    (keys) => keys === undefined || areChoices(watchChoices.kinds, keys),
    words.problems.notAChoice,
  ),
  countries: countriesInput,
  min: numberInput,
  max: numberInput,
  currency: currencyInput,
  customer: textInput(120),
  mine: z.preprocess((value) => value === true || value === 'true', z.boolean()),
  teamMember: emailInput,
  location: textInput(64),
};
