import type { AuditRow } from '../../../src/storage/auditEntry';
import type { Press } from './press';
import type { Scene } from './scene';
import { type Ending, isProven } from './whoDecided';

/** What is wrong in the audit trail of one referral: it must know who decided, once, and claim nothing that nobody can know. */
export function checkTrail(
  scene: Scene,
  trail: readonly AuditRow[],
  { referralId, ending, mine }: { referralId: string; ending: Ending | undefined; mine: readonly Press[] },
): string[] {
  const wrong: string[] = [];
  const done = trail.filter(({ outcome }) => outcome === 'done');
  const unproven = trail.filter(({ outcome }) => outcome === 'unproven');
  const isTrue = ({ actorName, action }: AuditRow) => actorName === ending?.by && action === ending.verb;
  if (done.length > 1) wrong.push(`the trail has ${done.length} decisions`);
  if (done.some((entry) => ending?.how !== 'api' || !isTrue(entry)))
    wrong.push('the trail names somebody who did not decide');
  if (unproven.some(({ action }) => action !== ending?.verb))
    wrong.push('the trail holds possible what cannot have been');
  if (ending?.how === 'api') {
    if (![...done, ...unproven].some(isTrue)) wrong.push('the trail does not know who decided');
    if (done.length === 0 && isProven(scene, referralId, ending.by, mine))
      wrong.push('the trail does not say as proven what was answered');
  }
  const open = trail.filter(
    ({ outcome, referenceId }) =>
      outcome === 'begun' && !trail.some((end) => end.outcome !== 'begun' && end.referenceId === referenceId),
  );
  if (open.length > 0) wrong.push(`the trail has ${open.length} presses without an end`);
  return wrong;
}
