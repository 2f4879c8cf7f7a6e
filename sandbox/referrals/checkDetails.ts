import { invalidRequest } from '../http/referralsApi';
import { isJsonObject, type JsonObject } from '../json';

/** Checks what was written to `details`; a numeric string counts as a number, as the documented PATCH sends one. */
export function checkDetails(details: unknown): JsonObject {
  if (!isJsonObject(details)) throw wrong('details', 'an object');
  const { dealValue, currency, closingDateTime, notes } = details;
  if (notes !== undefined && notes !== null && typeof notes !== 'string') throw wrong('details/notes', 'a string');
  if (isSet(currency) && !/^[A-Z]{3}$/.test(String(currency))) throw wrong('details/currency', 'an ISO 4217 code');
  if (isSet(closingDateTime) && Number.isNaN(Date.parse(String(closingDateTime)))) {
    throw wrong('details/closingDateTime', 'a date');
  }
  return isSet(dealValue) ? { ...details, dealValue: decimal(dealValue) } : details;
}

function decimal(value: unknown): number {
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  if (!isNumeric || !(Number(value) >= 0)) throw wrong('details/dealValue', 'a decimal that is not negative');
  return Number(value);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function wrong(target: string, what: string) {
  return invalidRequest(`The value of '${target}' must be ${what}.`, { target });
}
