import type { PatchOperation } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';

/** Whether a referral is as these operations would have left it: tells a PATCH whose answer was lost from one that never arrived. */
export function carriedOut(referral: Referral, operations: readonly PatchOperation[]): boolean {
  return operations.every(({ path, value }) => {
    const names = path.split('/').slice(1);
    const appended = names.at(-1) === '-';
    const found = valueAt(referral, appended ? names.slice(0, -1) : names);
    return appended ? Array.isArray(found) && found.some((item) => holds(item, value)) : holds(found, value);
  });
}

const valueAt = (referral: Referral, names: readonly string[]): unknown =>
  names.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), referral);

/** Whether what was sent is in what is there, whatever else the service has added to it. */
function holds(found: unknown, sent: unknown): boolean {
  if (Array.isArray(sent)) {
    return Array.isArray(found) && sent.every((item) => found.some((other) => holds(other, item)));
  }
  if (isObject(sent)) {
    return isObject(found) && Object.entries(sent).every(([name, member]) => holds(found[name], member));
  }
  return found === sent || (comparable(sent) !== undefined && comparable(found) === comparable(sent));
}

/** Numbers may come back as strings, and times with other fractional digits. */
function comparable(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number(value);
  return Number.isNaN(number) ? undefined : number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
