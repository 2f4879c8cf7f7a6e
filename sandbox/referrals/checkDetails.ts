import { invalidRequest } from '../http/referralsApi';
import { isJsonObject, type JsonObject } from '../json';

/**
 * Checks what was written to `details`, leaving alone what is as it was `before`.
 * A numeric string counts as a number: the documented PATCH sends one.
 */
export function checkDetails(details: unknown, before: JsonObject = {}): JsonObject {
  if (!isJsonObject(details)) throw wrong('details', 'an object');
  const isWritten = (name: string) => (details[name] ?? null) !== null && details[name] !== before[name];
  const { dealValue, currency, closingDateTime, notes } = details;
  if (isWritten('notes') && typeof notes !== 'string') throw wrong('details/notes', 'a string');
  if (isWritten('currency') && !/^[A-Z]{3}$/.test(String(currency)))
    throw wrong('details/currency', 'an ISO 4217 code');
  if (isWritten('closingDateTime') && Number.isNaN(Date.parse(String(closingDateTime)))) {
    throw wrong('details/closingDateTime', 'a date');
  }
  return isWritten('dealValue') ? { ...details, dealValue: decimal(dealValue) } : details;
}

function decimal(value: unknown): number {
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  if (!isNumeric || !(Number(value) >= 0)) throw wrong('details/dealValue', 'a decimal that is not negative');
  return Number(value);
}

function wrong(target: string, what: string) {
  return invalidRequest(`The value of '${target}' must be ${what}.`, { target });
}
