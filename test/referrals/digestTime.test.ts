import { nextDigestAt } from '../../src/referrals/digestTime';

const at = (text: string) => Date.parse(text);
const daily = (time: string) => ({ weekday: null, time });
const next = (setting: { weekday: number | null; time: string }, zone: string | null, after: string) =>
  new Date(nextDigestAt(setting, zone, at(after))).toISOString();

test.each<[string, { weekday: number | null; time: string }, string | null, string, string]>([
  ['later today', daily('08:30'), 'Europe/Stockholm', '2026-11-21T07:00:00Z', '2026-11-21T07:30:00.000Z'],
  ['not twice in one day', daily('08:30'), 'Europe/Stockholm', '2026-11-21T07:30:00Z', '2026-11-22T07:30:00.000Z'],
  ['in UTC where no zone is known', daily('08:30'), null, '2026-11-21T08:00:00Z', '2026-11-21T08:30:00.000Z'],
  ['in UTC where the zone is none', daily('08:30'), 'Nowhere/X', '2026-11-21T08:00:00Z', '2026-11-21T08:30:00.000Z'],
  ['on the day there, not in UTC', daily('07:00'), 'Asia/Tokyo', '2026-11-21T21:00:00Z', '2026-11-21T22:00:00.000Z'],
  [
    'at the same hour after the clocks were put back',
    daily('08:30'),
    'Europe/Stockholm',
    '2026-10-24T06:30:00Z',
    '2026-10-25T07:30:00.000Z',
  ],
  [
    'at the same hour after they were put forward',
    daily('08:30'),
    'Europe/Stockholm',
    '2026-03-28T07:30:00Z',
    '2026-03-29T06:30:00.000Z',
  ],
  [
    'an hour later where the clocks leave that hour out',
    daily('02:30'),
    'Europe/Stockholm',
    '2026-03-28T12:00:00Z',
    '2026-03-29T01:30:00.000Z',
  ],
  [
    'once where the clocks show that hour twice',
    daily('02:30'),
    'Europe/Stockholm',
    '2026-10-25T00:30:00Z',
    '2026-10-26T01:30:00.000Z',
  ],
  [
    'on the weekday that was chosen',
    { weekday: 1, time: '09:00' },
    'America/New_York',
    '2026-11-21T15:00:00Z',
    '2026-11-23T14:00:00.000Z',
  ],
  [
    'a week after the last one',
    { weekday: 1, time: '09:00' },
    'America/New_York',
    '2026-11-23T14:00:00Z',
    '2026-11-30T14:00:00.000Z',
  ],
])('a digest comes %s', (_what, setting, zone, after, expected) => {
  expect(next(setting, zone, after)).toBe(expected);
});
