import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import type { LedgerEntry, PostedReferral } from '../storage/store';
import { answerDeadline } from './expiry';
import { isExpired } from './expired';
import { awaitsAnswer } from './lifecycle';

/** What has happened to the referrals of a conversation, and what waits. Times are ms since the epoch, UTC. */
export interface Digest {
  /** From here on. */
  since: number;
  until: number;
  /** How many cards came: what arrived in quiet hours or an outage counts when it came to the conversation. */
  fresh: number;
  /** What waits for an answer, the most urgent first. */
  waiting: readonly Referral[];
  /** When the one came that waits longest. */
  waitingSince: number | undefined;
  /** How many of these expire within three days. */
  expiring: number;
  won: number;
  lost: number;
  expired: number;
  /** How many were answered, and how long half of them waited for it at most, in ms. */
  answered: number;
  responseMs: number | undefined;
}

const soonMs = 3 * 86_400_000;
/** How much later than it happens something may be seen, in ms. */
const seenLateMs = 900_000;

/**
 * Sums up the referrals that were posted in a conversation.
 * @param entries all that wait, and all that came or changed since then
 * @param responseDays `REFERRAL_RESPONSE_DAYS`
 */
export function digestOf(
  entries: readonly PostedReferral[],
  { since, until, responseDays }: { since: number; until: number; responseDays: number },
): Digest {
  const within = (at: number | undefined) => at !== undefined && at > since && at <= until;
  /** What happened in Partner Center shortly before the last digest, and was seen after it, belongs to this one. */
  const isNews = (at: number | undefined, { seenAt }: LedgerEntry) =>
    within(at) || (at !== undefined && at > since - seenLateMs && at <= since && seenAt > since);
  const deadline = (referral: Referral) => answerDeadline(referral, responseDays)?.at ?? Infinity;
  const waiting = entries
    .map(({ referral }) => referral)
    .filter((referral) => awaitsAnswer(referral) && deadline(referral) > until)
    .toSorted((a, b) => deadline(a) - deadline(b));
  const ended = entries.filter((entry) => entry.referral.status === 'Closed' && isNews(endOf(entry.referral), entry));
  const count = (substatus: string) => ended.filter(({ referral }) => referral.substatus === substatus).length;
  // Nobody had to answer a deal of our own.
  const received = entries.filter(({ referral }) => referral.direction !== 'Outgoing');
  const answers = received.filter((entry) =>
    entry.decision ? within(answeredAt(entry)) : isNews(answeredAt(entry), entry),
  );
  const waits = answers.flatMap((entry) => waitOf(entry) ?? []).toSorted((a, b) => a - b);
  const cameAt = waiting.flatMap((referral) => serviceTimeMs(referral.createdDateTime) ?? []);
  return {
    since,
    until,
    // What comes at the same moment may not be among them yet, and is left to the next one.
    fresh: received.filter((entry) => entry.cameAt >= since && entry.cameAt < until).length,
    waiting,
    waitingSince: cameAt.length > 0 ? Math.min(...cameAt) : undefined,
    expiring: waiting.filter((referral) => deadline(referral) - until <= soonMs).length,
    won: count('Won'),
    lost: count('Lost'),
    expired: ended.filter(({ referral }) => isExpired(referral)).length,
    answered: answers.length,
    responseMs: waits[Math.floor((waits.length - 1) / 2)],
  };
}

/** Whether there is anything to say. */
export const isWorthTelling = ({ fresh, waiting, won, lost, expired, answered }: Digest): boolean =>
  fresh + waiting.length + won + lost + expired + answered > 0;

const endOf = ({ closedDateTime, updatedDateTime }: Referral): number | undefined =>
  serviceTimeMs(closedDateTime) ?? serviceTimeMs(updatedDateTime);

/** When it was accepted or declined: here, or as Partner Center says. */
function answeredAt({ decision, referral }: LedgerEntry): number | undefined {
  for (let made = decision; made; made = made.earlier ?? null) {
    if (made.verb === 'accept' || made.verb === 'decline') return made.at;
  }
  const declinedAt = referral.substatus === 'Declined' ? endOf(referral) : undefined;
  return serviceTimeMs(referral.acceptedDateTime) ?? declinedAt;
}

function waitOf(entry: LedgerEntry): number | undefined {
  const [came, answered] = [serviceTimeMs(entry.referral.createdDateTime), answeredAt(entry)];
  return came === undefined || answered === undefined ? undefined : Math.max(0, answered - came);
}
