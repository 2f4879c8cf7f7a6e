import type { Referral } from '../partnerCenter/referral';
import type { AuditFacts } from '../storage/auditEntry';
import { declineReasons } from './declineReasons';

/**
 * What the audit trail keeps of a referral, so that two states can be compared: nothing of the customer, and of notes and of
 * the team only how much there is.
 */
export function auditFacts({ status, substatus, statusReason, details, team }: Referral): AuditFacts {
  return {
    status: status ?? null,
    substatus: substatus ?? null,
    reason: knownReason(statusReason),
    dealValue: details?.dealValue ?? null,
    currency: details?.currency ?? null,
    closingDate: details?.closingDateTime ?? null,
    notesLength: details?.notes?.length ?? 0,
    teamSize: team?.length ?? 0,
  };
}

/** A reason is followed by what a person wrote. */
const knownReason = (statusReason: string | null | undefined): string | null =>
  Object.values(declineReasons).find((reason) => statusReason?.startsWith(reason)) ?? null;
