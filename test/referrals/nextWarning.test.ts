import { nextWarning, type WarningsSoFar } from '../../src/referrals/nextWarning';
import type { WarningTimes } from '../../src/referrals/warningStage';

const hour = 3_600_000;
const day = 24 * hour;
const schedule = [7 * day, 3 * day, day, 4 * hour];
const fresh: WarningsSoFar = { rank: null, snoozedUntil: null };
const times = { postedAt: 0, deadlineAt: 14 * day };

/** When a reminder was due, looking at the times that are named next, or at those given. */
function reminders(given: WarningsSoFar = fresh, of: WarningTimes = times, looks?: readonly number[]): number[] {
  const due: number[] = [];
  let state = given;
  let at: number | null = of.postedAt;
  for (const look of looks ?? Array.from({ length: 20 }, () => undefined)) {
    if (look !== undefined) at = look;
    if (at === null) break;
    const next = nextWarning(state, of, schedule, at);
    if (next.due !== undefined) due.push(at);
    state = { rank: next.rank, snoozedUntil: next.isSnoozed ? state.snoozedUntil : null };
    at = next.nextAt;
  }
  return due;
}

test('a day after the card, then 7, 3 and 1 days and 4 hours before the deadline', () => {
  expect(reminders()).toEqual([day, 7 * day, 11 * day, 13 * day, 14 * day - 4 * hour]);
});

test('each stage once, however often it is looked at', () => {
  const looks = Array.from({ length: 14 * 24 * 4 }, (_, quarter) => quarter * (hour / 4));
  expect(reminders(fresh, times, looks)).toHaveLength(5);
});

test('after an outage over several stages one reminder, and the next at its own time', () => {
  expect(reminders(fresh, times, [0, 11.5 * day, 12 * day, 13 * day])).toEqual([11.5 * day, 13 * day]);
});

test('after the deadline none', () => {
  expect(reminders(fresh, times, [14 * day, 15 * day])).toEqual([]);
});

test('what comes late is not reminded of moments that had passed', () => {
  const late = { postedAt: 12.9 * day, deadlineAt: 14 * day };
  expect(reminders(fresh, late)).toEqual([13 * day, 14 * day - 4 * hour]);
});

test('without a known deadline only the first reminder', () => {
  const next = { due: 0, rank: 0, nextAt: null, isSnoozed: false };
  expect(nextWarning(fresh, { postedAt: 0, deadlineAt: undefined }, schedule, day)).toEqual(next);
});

test('a snooze is quiet over the stages in between and ends with a reminder', () => {
  const snoozed = { rank: 0, snoozedUntil: 12 * day };
  expect(reminders(snoozed, times, [7 * day, 11 * day, 12 * day, 13 * day])).toEqual([12 * day, 13 * day]);
});

test('a snooze that ends before the next stage reminds all the same', () => {
  expect(reminders({ rank: 1, snoozedUntil: 8 * day }, times, [8 * day, 9 * day, 11 * day])).toEqual([
    8 * day,
    11 * day,
  ]);
});

test('a deadline that was moved to a later day is warned of anew', () => {
  const warned = { rank: 3, snoozedUntil: null };
  expect(reminders(warned, { postedAt: 0, deadlineAt: 30 * day }, [14 * day, 23 * day, 27 * day])).toEqual([
    23 * day,
    27 * day,
  ]);
});

test('a deadline that was moved to an earlier day skips to the stage that has come', () => {
  expect(reminders({ rank: 0, snoozedUntil: null }, { postedAt: 0, deadlineAt: 3 * day }, [2 * day + hour])).toEqual([
    2 * day + hour,
  ]);
});

test('what falls into quiet hours in which the referral expires comes before them', () => {
  const quiet = (at: number) => {
    const from = Math.floor((at + 2 * hour) / day) * day - 2 * hour;
    return at < from + 9 * hour ? { from, until: from + 9 * hour } : undefined;
  };
  const early = { postedAt: 12 * hour, deadlineAt: 14 * day + 5 * hour, quiet };
  // 4 hours before would be an hour after midnight; the days before are not touched here.
  expect(reminders(fresh, early).at(-1)).toBe(14 * day - 2 * hour);
  expect(reminders(fresh, { ...early, deadlineAt: 14 * day + 8 * hour }).at(-1)).toBe(14 * day + 4 * hour);
});

test('a snooze that ends in quiet hours in which the referral expires ends before them', () => {
  const quiet = (at: number) => (at >= 13.5 * day ? { from: 13.5 * day, until: 14 * day + hour } : undefined);
  const snoozed = { rank: 2, snoozedUntil: 13.9 * day };
  expect(reminders(snoozed, { ...times, quiet }, [12 * day, 13 * day, 13.5 * day, 13.9 * day])).toEqual([13.5 * day]);
});
