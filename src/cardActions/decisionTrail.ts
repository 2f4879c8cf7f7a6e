import type { Desk } from '../commands/desk';
import type { Referral } from '../partnerCenter/referral';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import { auditFacts } from '../referrals/auditFacts';
import type { DecideOptions, DecisionOutcome, DecisionRequest } from '../referrals/decide';
import type { AuditEntry } from '../storage/auditEntry';
import type { Press } from './cardAction';

const outcomes = { done: 'done', foundDone: 'unproven', notAllowed: 'failed', changed: 'failed' } as const;

/** What the audit trail is told of one decision, from before anything is sent to its end. */
export class DecisionTrail {
  private readonly requestIds: string[] = [];
  private before: Referral | undefined;
  private isLost = false;

  constructor(
    private readonly press: Press,
    private readonly desk: Desk,
    private readonly request: DecisionRequest,
  ) {}

  /** For `decide`: leaves a trace before the PATCH, also of a process that dies before its end. */
  readonly options: DecideOptions = {
    onAnswer: (requestId) => this.requestIds.push(requestId),
    onSend: (before) => {
      this.before = before;
      return this.desk.store.audit.append(this.entry('begun', null));
    },
    onLost: () => (this.isLost = true),
  };

  /** The entry of a decision that ended, for the transaction that records it. */
  ended({ kind, referral }: DecisionOutcome): AuditEntry {
    this.before ??= referral;
    const after = { ...auditFacts(referral), ended: kind };
    return this.entry(outcomes[kind], after);
  }

  /**
   * Writes down a decision that Partner Center refused. Nothing that was never sent is a decision; what became of one that was
   * not answered is looked for later (src/watch/unfinishedPresses.ts).
   */
  async failed(error: unknown): Promise<void> {
    if (this.isLost) return;
    if (!this.before && !(error instanceof PartnerCenterError)) return;
    const ended = error instanceof PartnerCenterError ? error.kind : 'error';
    await this.desk.store.audit.append(this.entry('failed', { ended }));
  }

  private entry(outcome: AuditEntry['outcome'], after: AuditEntry['after']): AuditEntry {
    const { person, conversation, referenceId } = this.press;
    const { verb, referralId } = this.request;
    return {
      at: this.desk.clock.now(),
      actorId: person.id,
      actorName: person.name,
      action: `referral.${verb}`,
      subject: referralId,
      conversationId: conversation.id,
      before: this.before ? auditFacts(this.before) : null,
      after,
      outcome,
      referenceId,
      requestIds: [...this.requestIds],
    };
  }
}
