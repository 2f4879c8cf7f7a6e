import { deliveryWords as words } from '../locales/deliveryWords';
import type { GivenUp } from '../storage/owed';
import type { LostWatch } from '../storage/store';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';

/** What is owed to Teams; times in ms since the epoch, UTC. */
interface Owed {
  owed: number;
  /** Of these, how many have failed and are tried again. */
  retrying: number;
  oldestDueAt: number | null;
}

/** What has been due for longer than this is told as a problem, in ms; `infra/alerts.yml` has the same bound. */
const lateMs = 300_000;

/** So many lines about what was given up; the rest is counted. */
export const givenUpShown = 5;

const named = (name: string | null): string => (name === null ? words.somewhere : markdownText(name, 100));

/** What could not be sent and why, and which watches of the person have ended with their conversations; Markdown. */
export function deliveryProblems(
  givenUp: readonly GivenUp[],
  lost: readonly LostWatch[],
  { moment, number }: Formats,
): string[] {
  const lines = givenUp
    .slice(0, givenUpShown)
    .map(({ conversationName, why, rows, latestAt }) =>
      words.givenUp(rows, number(rows), named(conversationName), moment(latestAt), words.why(why)),
    );
  return [
    ...lines,
    ...(givenUp.length > givenUpShown ? [words.more] : []),
    ...(givenUp.length > 0 ? [words.retry] : []),
    ...lost.map(({ conversationName, endedAt, endedReason }) =>
      words.lost(named(conversationName), moment(endedAt), words.why(endedReason)),
    ),
  ];
}

/** That what is owed waits for long, and what may be the reason. */
export function lateProblems({ oldestDueAt }: Owed, now: number, { moment }: Formats): string[] {
  return oldestDueAt !== null && now - oldestDueAt > lateMs ? [words.late(moment(oldestDueAt))] : [];
}

/** How much waits to be sent, and whether Teams asked for patience, as facts of `status`. */
export function sendingFacts(
  { owed, retrying, oldestDueAt }: Owed,
  pauses: readonly { until: number }[],
  now: number,
  { moment, number }: Formats,
) {
  // What waits for the end of quiet hours is not late.
  const since = oldestDueAt !== null && oldestDueAt <= now ? words.since(moment(oldestDueAt)) : '';
  const failed = retrying > 0 ? words.retrying(number(retrying)) : '';
  const waits = { title: words.owed, value: [number(owed), ...[since, failed].filter(Boolean)].join(', ') };
  if (pauses.length === 0) return [waits];
  const until = moment(Math.max(...pauses.map((pause) => pause.until)));
  return [waits, { title: words.patience, value: words.paused(pauses.length, number(pauses.length), until) }];
}
