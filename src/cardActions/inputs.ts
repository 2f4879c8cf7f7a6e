import { z } from 'zod/v4';
import { parseAmount } from './parseAmount';

// Teams sends an input that was left empty as an empty string, numbers as numbers or strings.
const empty = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value);

/** A text input; empty counts as not given. */
export const textInput = (maxLength: number) =>
  z.preprocess(empty, z.string().trim().max(maxLength, `is longer than ${maxLength} characters`).optional());

/** A number input, given as a number or a string; empty counts as not given. */
export const numberInput = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() ? (parseAmount(value) ?? value) : empty(value)),
  z
    .number({ error: 'is not an amount like 50000 or 50,000.00' })
    .nonnegative('must not be negative')
    .max(1e15, 'is too large')
    .optional(),
);

/** A date input, `YYYY-MM-DD`; empty counts as not given. */
export const dateInput = z.preprocess(empty, z.iso.date('is not a date like 2027-01-31').optional());

/** An ISO 4217 code, in any case; empty counts as not given. */
export const currencyInput = z.preprocess(
  (value) => (typeof value === 'string' ? empty(value.trim().toUpperCase()) : value),
  z
    .string()
    .regex(/^[A-Z]{3}$/, 'is not a currency code like USD')
    .optional(),
);

/** An e-mail address; empty counts as not given. */
export const emailInput = z.preprocess(
  (value) => (typeof value === 'string' ? empty(value.trim()) : value),
  z.email('is not an address like megan@contoso.com').max(254, 'is longer than 254 characters').optional(),
);
