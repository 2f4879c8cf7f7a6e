import type { Referral } from '../../../src/partnerCenter/referral';

/** A referral as the list gives it; `n` sets its id, its eTag and when it came (n seconds after nine). */
export function aReferral(n: number, facts: Partial<Referral> = {}): Referral {
  const at = new Date(Date.parse('2026-11-21T09:00:00Z') + n * 1000).toISOString().replace('Z', '1234Z');
  return {
    id: `referral-${n}`,
    eTag: `"${n}"`,
    status: 'New',
    substatus: 'Pending',
    direction: 'Incoming',
    createdDateTime: at,
    updatedDateTime: at,
    ...facts,
  };
}

/** The same referral after somebody changed it, `later` seconds after it came. */
export function changedReferral(n: number, later: number, facts: Partial<Referral>): Referral {
  const { updatedDateTime } = aReferral(n + later);
  return { ...aReferral(n), eTag: `"${n}+${later}"`, updatedDateTime, ...facts };
}
