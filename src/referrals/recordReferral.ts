import type { Referral } from '../partnerCenter/referral';
import type { AuditEntry } from '../storage/auditEntry';
import type { Decision, LedgerEntry, Store } from '../storage/store';
import { takeIn } from './intake';
import { isDecision } from './lifecycle';
import { likelyDecision, possiblePresses } from './likelyDecision';
import { owedUpdates, type HeldCard } from './owedUpdates';

/** What is known besides what Partner Center says. */
export interface RecordFacts {
  /** ms since the epoch */
  now: number;
  /** Who has just decided through Partner Desk; null takes away who seemed to have. */
  decision?: Decision | null;
  /** A sentence for the card, until the referral changes; null takes away the one that is there. */
  notice?: string | null;
  /** Whose press has changed it (Entra object id): that is not announced in their own chat. */
  by?: string;
  /** Is edited later than the others. */
  held?: HeldCard;
  /**
   * Goes into the audit trail with what is recorded, or not at all. One that is `unproven` goes in as `failed`, and without the
   * notice, where the trail proves that it was somebody else.
   */
  audit?: AuditEntry;
}

/**
 * Records a referral that was read for a press or a command, in one transaction with the updates that its cards are then
 * owed. One that no look has seen yet is taken in just as the look would have done.
 * @returns the entry as it is now, which is the ledger's own state where the answer was overtaken by a newer one
 */
export function recordReferral(store: Store, referral: Referral, facts: RecordFacts): Promise<LedgerEntry> {
  return store.transaction(async (tx) => {
    await takeIn(tx, [referral], facts.now, facts);
    const taken = await tx.ledger.find(referral.id);
    if (!taken) throw new Error(`Referral ${referral.id} is not in the ledger after it was taken in`);
    const entry = annotated(taken, facts.audit ? await withTrail(tx, taken, facts, facts.audit) : facts);
    if (entry !== taken) await tx.ledger.save(entry);
    const owed = await owedUpdates(tx, entry, facts.now, facts.held);
    if (owed.length > 0) await tx.outbox.owe(owed);
    return entry;
  });
}

/** Writes the entry of the trail, and gives what follows from all that the trail then says. */
async function withTrail(
  tx: Store,
  taken: LedgerEntry,
  { notice, ...facts }: RecordFacts,
  audit: AuditEntry,
): Promise<RecordFacts> {
  const earlier = await tx.audit.ofSubject(taken.referralId);
  const isAnothers = audit.outcome === 'unproven' && !isPossible(earlier, taken.referral, audit);
  const judged: AuditEntry = isAnothers ? { ...audit, outcome: 'failed' } : audit;
  await tx.audit.append(judged);
  return {
    ...facts,
    decision: facts.decision ?? likelyDecision([...earlier, judged], taken),
    ...(notice === undefined || isAnothers ? {} : { notice }),
  };
}

function isPossible(trail: readonly AuditEntry[], referral: Referral, { action, referenceId }: AuditEntry): boolean {
  const verb = action.replace(/^referral\./, '');
  return !isDecision(verb) || possiblePresses(trail, verb, referral).some((begun) => begun.referenceId === referenceId);
}

function annotated(entry: LedgerEntry, { now, decision, notice }: RecordFacts): LedgerEntry {
  const sameDecision = decision === undefined || JSON.stringify(decision) === JSON.stringify(entry.decision);
  const sameNotice = notice === undefined || notice === entry.notice;
  if (sameDecision && sameNotice) return entry;
  return {
    ...entry,
    version: entry.version + 1,
    seenAt: now,
    decision: decision === undefined ? entry.decision : decision,
    notice: notice === undefined ? entry.notice : notice,
  };
}
