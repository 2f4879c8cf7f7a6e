import * as fc from 'fast-check';
import { quietPeriod, quietUntil } from '../../src/referrals/quietHours';

const night = { from: '22:00', until: '07:00' };
const noon = { from: '12:00', until: '13:30' };
const at = (iso: string) => Date.parse(iso);
const period = (hours: typeof night, zone: string | null, moment: string) => {
  const found = quietPeriod(hours, zone, at(moment));
  return found && [found.from, found.until].map((ms) => new Date(ms).toISOString().slice(0, 16));
};

test.each([
  ['before', night, '2026-11-21T20:59:59Z', undefined],
  ['their beginning', night, '2026-11-21T21:00:00Z', ['2026-11-21T21:00', '2026-11-22T06:00']],
  ['after midnight', night, '2026-11-22T03:00:00Z', ['2026-11-21T21:00', '2026-11-22T06:00']],
  ['their end', night, '2026-11-22T06:00:00Z', undefined],
  ['within a day', noon, '2026-11-21T11:30:00Z', ['2026-11-21T11:00', '2026-11-21T12:30']],
  ['outside of them within a day', noon, '2026-11-21T13:00:00Z', undefined],
  // https://www.timeanddate.com/time/change/sweden/stockholm
  ['the night that is an hour longer', night, '2026-10-25T01:30:00Z', ['2026-10-24T20:00', '2026-10-25T06:00']],
  ['the night that is an hour shorter', night, '2027-03-28T00:30:00Z', ['2027-03-27T21:00', '2027-03-28T05:00']],
])('%s', (_what, hours, moment, expected) => {
  expect(period(hours, 'Europe/Stockholm', moment)).toEqual(expected);
});

test('an hour that the clocks leave out begins when they have been put forward', () => {
  const hours = { from: '02:30', until: '05:00' };
  expect(period(hours, 'Europe/Stockholm', '2027-03-28T01:45:00Z')).toEqual(['2027-03-28T01:30', '2027-03-28T03:00']);
});

test.each([[null], ['Nowhere/Land']])('the zone %s counts as UTC', (zone) => {
  expect(period(night, zone, '2026-11-21T22:00:00Z')).toEqual(['2026-11-21T22:00', '2026-11-22T07:00']);
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const zone = fc.constantFrom('Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', null);

test('whatever the hours, the zone and the moment, a period holds its moment, ends, and is over at its end', () => {
  fc.assert(
    fc.property(time, time, zone, fc.integer({ min: 1.7e12, max: 1.9e12 }), (from, until, timeZone, moment) => {
      fc.pre(from !== until);
      const found = quietPeriod({ from, until }, timeZone, moment);
      if (!found) return;
      expect(found.from <= moment && moment < found.until).toBe(true);
      expect(found.until - found.from).toBeLessThan(26 * 3_600_000);
      expect(quietPeriod({ from, until }, timeZone, found.until)).toBeUndefined();
    }),
  );
});

test('what ends within the quiet hours waits for nothing', () => {
  const quiet = { from: 10, until: 20 };
  expect([quietUntil(quiet, undefined, 12), quietUntil(quiet, 21, 12)]).toEqual([20, 20]);
  expect([quietUntil(quiet, 20, 12), quietUntil(undefined, 5, 12)]).toEqual([undefined, undefined]);
});

test('what has ended already waits until they are over', () => {
  expect(quietUntil({ from: 10, until: 20 }, 12, 12)).toBe(20);
});
