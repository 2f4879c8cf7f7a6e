import { deliveryWords as words } from '../locales/deliveryWords';
import type { GivenUp } from '../storage/owed';
import type { LostWatch } from '../storage/store';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';

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
