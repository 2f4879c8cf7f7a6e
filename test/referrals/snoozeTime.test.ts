import { snoozeDays, snoozeTime } from '../../src/referrals/snoozeTime';

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();

test.each([
  ['Europe/Stockholm', '2026-03-28', '2026-03-28T08:00:00.000Z'],
  ['Europe/Stockholm', '2026-03-29', '2026-03-29T07:00:00.000Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T14:00:00.000Z'],
  [null, '2026-11-01', '2026-11-01T09:00:00.000Z'],
  ['No/Where', '2026-11-01', '2026-11-01T09:00:00.000Z'],
])('in %s a reminder for %s comes at nine in the morning there: %s', (zone, day, expected) => {
  expect(iso(snoozeTime(day, zone))).toBe(expected);
});

test('the days to choose from begin tomorrow and end while it still comes before the deadline', () => {
  const now = at('2026-11-21T23:30:00Z');
  expect(snoozeDays(now, at('2026-12-04T12:00:00Z'), null)).toEqual({ first: '2026-11-22', last: '2026-12-04' });
  expect(snoozeDays(now, at('2026-12-04T08:00:00Z'), null)).toEqual({ first: '2026-11-22', last: '2026-12-03' });
  expect(snoozeDays(now, at('2026-12-04T12:00:00Z'), 'Asia/Tokyo')).toEqual({
    first: '2026-11-23',
    last: '2026-12-04',
  });
  expect(snoozeDays(now, undefined, null)).toEqual({ first: '2026-11-22', last: undefined });
});

test('on the last day there is none', () => {
  expect(snoozeDays(at('2026-12-03T10:00:00Z'), at('2026-12-04T08:00:00Z'), null)).toBeUndefined();
});
