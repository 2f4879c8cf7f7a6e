import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import type { TokenSource } from '../partnerCenter/tokenSource';
import { auditFacts } from '../referrals/auditFacts';
import { leadsTo, type ReferralVerb } from '../referrals/lifecycle';
import { buttonNames, lostAnswerSentence } from '../referrals/lostAnswerSentence';
import { recordReferral } from '../referrals/recordReferral';
import type { AuditRow } from '../storage/auditEntry';
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
 * Clears up what became of presses whose process died between sending the PATCH and writing down its answer: the card then
 * names who pressed, and the audit trail has an end.
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
  const known = await store.ledger.find(referral.id);
  const decidedSince = (known?.decision?.at ?? 0) >= begun.at;
  const isDone =
    verb in leadsTo ? isThere(verb, referral) && !(await isAnothers(begun, store)) : hasChanged(begun, referral);
  const carriedOut = !decidedSince && isDone;
  const now = clock.now();
  const outcome = carriedOut ? 'done' : 'failed';
  const audit = { ...begun, at: now, outcome, after: { ...auditFacts(referral), ended: 'foundLater' } } as const;
  const notice = carriedOut ? { notice: lostAnswerSentence(begun.actorName, verb) } : {};
  await recordReferral(store, referral, { now, audit, ...notice });
  deps.log.info({ referenceId: begun.referenceId, referral: referral.id, outcome }, 'unfinished press cleared up');
  deps.onWork();
}

/** Whether the trail has it already that another press, of the same moment say, decided so: that happened once. */
async function isAnothers({ subject, action, at }: Omit<AuditRow, 'id'>, store: Store): Promise<boolean> {
  const trail = subject === null ? [] : await store.audit.ofSubject(subject);
  return trail.some((entry) => entry.action === action && entry.outcome === 'done' && entry.at >= at);
}

const isReferralVerb = (verb: string): verb is ReferralVerb => Object.hasOwn(buttonNames, verb);

const isThere = (verb: string, { substatus }: Referral): boolean =>
  Object.entries(leadsTo).some(([decision, state]) => decision === verb && state === substatus);

const hasChanged = ({ before }: Pick<AuditRow, 'before'>, referral: Referral): boolean =>
  JSON.stringify(before) !== JSON.stringify(auditFacts(referral));
