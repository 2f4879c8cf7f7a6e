import { serviceTimeMs } from '../partnerCenter/serviceTime';
import type { Referral } from '../partnerCenter/referral';
import type { AuditEntry } from '../storage/auditEntry';
import type { Decision, LedgerEntry } from '../storage/store';
import { leadsTo } from './lifecycle';

type DecisionVerb = Decision['verb'];

/** How long after it was begun a press can still decide, and how much clocks may differ, both generous; in ms. */
const pressTakesMs = 300_000;
const clocksDifferMs = 600_000;

/**
 * The presses that may have made a decision, by what the audit trail knows: begun, and neither refused nor ended otherwise. None
 * where the answer to one of them says that it was that one.
 */
export function possiblePresses<Entry extends AuditEntry>(
  trail: readonly Entry[],
  verb: DecisionVerb,
  referral: Referral,
): Entry[] {
  const ofVerb = trail.filter(({ action }) => action === `referral.${verb}`);
  if (ofVerb.some(({ outcome }) => outcome === 'done')) return [];
  const ruledOut = ofVerb.filter(({ outcome }) => outcome === 'failed').map(({ referenceId }) => referenceId);
  const decidedAt = serviceTimeMs(verb === 'accept' ? referral.acceptedDateTime : referral.closedDateTime);
  const isAbout = (begunAt: number) =>
    decidedAt === undefined ||
    (decidedAt > begunAt - clocksDifferMs && decidedAt < begunAt + pressTakesMs + clocksDifferMs);
  return ofVerb.filter(
    ({ outcome, referenceId, at }) => outcome === 'begun' && !ruledOut.includes(referenceId) && isAbout(at),
  );
}

/**
 * Who decided what a referral now says: the ledger's own answer where it is proven; else everybody whose press may have done it;
 * nobody where no press can have.
 */
export function likelyDecision(trail: readonly AuditEntry[], { referral, decision }: LedgerEntry): Decision | null {
  const verb = verbOf(referral);
  const known = decision?.verb === verb ? decision : null;
  if (!verb || (known && !known.possibly)) return decision;
  const earlier = (known ? known.earlier : decision) ?? null;
  const presses = possiblePresses(trail, verb, referral);
  const [first] = presses;
  if (!first) return earlier;
  const names = new Map(presses.map(({ actorId, actorName }) => [actorId, actorName]));
  const by = { byId: first.actorId, byName: first.actorName, at: first.at, possibly: [...names.values()] };
  return { verb, ...by, ...(earlier ? { earlier } : {}) };
}

/** The decision that led to the state of a referral; undefined where it waits for one, has expired, or has a state that we do not know. */
function verbOf({ substatus }: Referral): DecisionVerb | undefined {
  const verbs = Object.keys(leadsTo) as DecisionVerb[];
  return verbs.find((verb) => leadsTo[verb] === substatus);
}
