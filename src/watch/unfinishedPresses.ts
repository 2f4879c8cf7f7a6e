import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import type { TokenSource } from '../partnerCenter/tokenSource';
import { auditFacts } from '../referrals/auditFacts';
import { isDecision, leadsTo, type ReferralVerb } from '../referrals/lifecycle';
import { buttonNames, lostAnswerSentence } from '../referrals/lostAnswerSentence';
import { recordReferral } from '../referrals/recordReferral';
import type { AuditFacts, AuditRow } from '../storage/auditEntry';
import type { Store } from '../storage/store';

export interface UnfinishedPressesDeps {
  store: Store;
  partnerCenter: PartnerCenter;
  /** The service account's. */
  tokens: TokenSource;
  clock: Clock;
  log: Log;
  /** Called when something became owed to Teams. */
  onWork: () => void;
}

const intervalMs = 60_000;
/** A press may take this long; one that began earlier and has not ended was cut off with its process. */
const pressTakesMs = 200_000;
/** What cannot be cleared up for so long is left as it is. */
const givenUpAfterMs = 7 * 86_400_000;

/**
 * Clears up what became of presses whose PATCH was sent and has no answer, or whose process died before it wrote the answer down:
 * the card then names who pressed, and the audit trail has an end.
 */
export function createUnfinishedPresses(deps: UnfinishedPressesDeps): { run(signal: AbortSignal): Promise<void> } {
  const { store, clock, log } = deps;

  async function round(signal: AbortSignal): Promise<void> {
    const now = clock.now();
    const unfinished = await store.audit.unfinished(now - givenUpAfterMs, now - pressTakesMs);
    for (const begun of unfinished) {
      await clearUp(begun, deps, signal).catch((error: unknown) =>
        log.warn({ err: error, referenceId: begun.referenceId }, 'what became of a press cannot be seen yet'),
      );
      if (signal.aborted) return;
    }
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        await round(signal).catch((error: unknown) =>
          log.error({ err: error }, 'unfinished presses cannot be looked for'),
        );
        await clock.sleep(intervalMs, signal);
      }
    },
  };
}

async function clearUp(
  { id: _id, ...begun }: AuditRow,
  deps: UnfinishedPressesDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = deps;
  const verb = begun.action.replace(/^referral\./, '');
  if (!isReferralVerb(verb) || begun.subject === null) return;
  const referral = await deps.partnerCenter.getReferral(deps.tokens, begun.subject, { signal });
  const isThere = isDecision(verb) ? hasBecome(verb, referral) : hasChanged(begun, verb, referral);
  const now = clock.now();
  const outcome = isThere ? 'unproven' : 'failed';
  const audit = { ...begun, at: now, outcome, after: { ...auditFacts(referral), ended: 'foundLater' } } as const;
  const notice = isThere ? { notice: lostAnswerSentence(begun.actorName, verb) } : {};
  await recordReferral(store, referral, { now, audit, ...notice });
  deps.log.info({ referenceId: begun.referenceId, referral: referral.id, isThere }, 'unfinished press cleared up');
  deps.onWork();
}

const isReferralVerb = (verb: string): verb is ReferralVerb => Object.hasOwn(buttonNames, verb);

/** Whether it was decided so; what was accepted may have been won or lost since. */
const hasBecome = (verb: keyof typeof leadsTo, { status, substatus }: Referral): boolean =>
  substatus === leadsTo[verb] ||
  (verb === 'accept' && (status === 'Active' || substatus === leadsTo.won || substatus === leadsTo.lost));

/** What each change leaves behind. */
const traces: Readonly<Record<Exclude<ReferralVerb, keyof typeof leadsTo>, readonly string[]>> = {
  update: ['dealValue', 'currency', 'closingDate'],
  note: ['notesLength'],
  assign: ['teamSize'],
};

function hasChanged({ before }: Pick<AuditRow, 'before'>, verb: keyof typeof traces, referral: Referral): boolean {
  const after: AuditFacts = auditFacts(referral);
  return traces[verb].some((fact) => before?.[fact] !== after[fact]);
}
