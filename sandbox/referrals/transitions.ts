import { invalidRequest } from '../http/referralsApi';
import type { ReferralResource } from './referralResource';

/** https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral, "status and substatus transitions" */
const table: Record<string, { next: string[]; substatuses: string[] } | undefined> = {
  New: { next: ['New', 'Active', 'Closed'], substatuses: ['Pending', 'Received'] },
  Active: { next: ['Active', 'Closed'], substatuses: ['Accepted'] },
  Closed: { next: ['Closed'], substatuses: ['Won', 'Lost', 'Declined', 'Expired'] },
};

/** Whether this substatus belongs to this status. */
export function isPair(status: unknown, substatus: unknown): boolean {
  const row = table[String(status)];
  return row !== undefined && row.substatuses.includes(String(substatus));
}

/** Refuses a change that the table does not allow, and the one that only the service itself makes: to Expired. */
export function checkTransition(before: ReferralResource, after: ReferralResource): void {
  if (after.status === before.status && after.substatus === before.substatus) return;
  const change = `${before.status}/${before.substatus} to ${after.status}/${after.substatus}`;
  const allowed = table[before.status]?.next.includes(after.status) ?? false;
  if (!allowed || !isPair(after.status, after.substatus) || after.substatus === 'Expired') {
    throw invalidRequest('The status transition is not valid.', {
      target: 'status',
      innerError: { code: 'invalidStatusTransition', message: `The referral cannot go from ${change}.` },
    });
  }
}
