import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { WritingTokens } from '../partnerCenter/tokenSource';
import type { AuditEntry } from '../storage/auditEntry';
import type { Draft, DraftProgress } from '../storage/draft';
import type { Store } from '../storage/store';
import type { NewReferral } from './newReferral';

/** What referrals are created with. */
export interface CreationParts {
  store: Store;
  partnerCenter: PartnerCenter;
  clock: Clock;
  newId: () => string;
}

/** Who creates, and where. */
export interface Creator {
  person: { id: string; name: string };
  tokens: WritingTokens;
  log: Log;
  conversation: { id: string };
  referenceId: string;
}

/** Time for each request, in ms: shorter than a draft is held, so that two hands never send at the same time. */
export const requestTimeoutMs = 20_000;
/** How long a draft is held from each step on, in ms. A process that dies keeps it from others for as long. */
export const holdMs = 30_000;

/** Somebody else took the draft in hand meanwhile. */
export class DraftTakenError extends Error {}

/** One draft in one hand, from its step to the next. */
export class Creation {
  /** Whether others may have had it in hand before, here or in Partner Center: then what is wanted may be there already. */
  readonly isResumed: boolean;
  private isUnanswered = false;

  constructor(
    readonly parts: CreationParts,
    readonly by: Creator,
    readonly referral: NewReferral,
    readonly claimant: string,
    private current: Draft,
  ) {
    this.isResumed = current.step !== 'asked';
  }

  get draft(): Draft {
    return this.current;
  }

  /**
   * Whether Partner Center may still be busy with a request that we stopped waiting for. The draft then stays in this hand
   * until its time is over, so that nobody sends the same again meanwhile.
   */
  get mayStillArrive(): boolean {
    return this.isUnanswered && (this.current.step === 'sendingOwn' || this.current.step === 'sendingMicrosoft');
  }

  /** Notes that the answer to a POST was lost, and the way in which it was. */
  async noteLost(error: unknown, step: 'sendingOwn' | 'sendingMicrosoft'): Promise<void> {
    this.by.log.warn({ err: error, draft: this.current.id }, 'the answer to a POST was lost');
    this.isUnanswered = error instanceof PartnerCenterError && error.kind === 'timeout';
    await this.advance({ step }, { outcome: 'failed', requestIds: requestIdsOf(error) });
  }

  /**
   * Commits a step, with an entry in the audit trail where there is one to write.
   * @throws DraftTakenError where the draft is no longer in this hand: then nothing may be sent
   */
  async advance(progress: DraftProgress, entry?: Pick<AuditEntry, 'outcome' | 'requestIds'>): Promise<void> {
    const { store, clock } = this.parts;
    const now = clock.now();
    const noted = { ...progress, conversationId: this.by.conversation.id };
    const next = { ...this.current, ...noted };
    await store.transaction(async (tx) => {
      if (!(await tx.drafts.advance(next.id, this.claimant, noted, now, holdMs))) throw new DraftTakenError();
      if (entry) await tx.audit.append({ ...this.audited(next, now), ...entry });
    });
    this.current = next;
    this.by.log.info({ draft: next.id, step: next.step, referral: next.referralId }, 'creating a referral');
  }

  private audited({ id, referralId, engagementId }: Draft, at: number): Omit<AuditEntry, 'outcome' | 'requestIds'> {
    const { person, conversation, referenceId } = this.by;
    const { type, consent } = this.referral;
    return {
      at,
      actorId: person.id,
      actorName: person.name,
      action: 'referral.create',
      subject: referralId ?? id,
      conversationId: conversation.id,
      before: null,
      after: { type, engagementId, shareWithMicrosoft: consent.shareWithMicrosoft },
      referenceId,
    };
  }
}

/** Whether the request may have been carried out although it failed: its answer was lost, or makes no sense. */
export const isLost = (error: unknown): boolean => !(error instanceof PartnerCenterError) || lostKinds.has(error.kind);

const lostKinds: ReadonlySet<string> = new Set(['timeout', 'network', 'unavailable', 'unexpectedAnswer']);

/** The ids that Partner Center gave to a request that failed. */
export const requestIdsOf = (error: unknown): string[] =>
  error instanceof PartnerCenterError && error.facts.requestId ? [error.facts.requestId] : [];
