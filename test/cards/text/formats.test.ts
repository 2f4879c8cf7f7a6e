import { createFormats } from '../../../src/cards/text/formats';

const now = Date.parse('2026-11-21T10:04:00Z');
const english = createFormats('en-GB', 'Europe/Stockholm', now);

test('amounts, with a currency that nobody knows too', () => {
  expect([
    english.money(10000, 'USD'),
    english.money(0.5, 'EUR'),
    english.money(7, 'zz'),
    english.money(7, ''),
  ]).toEqual(['US$10,000', '€0.50', '7 zz', '7']);
});

test('the year is told where it is not this one', () => {
  expect([english.day(now), english.day(Date.parse('2027-01-02T00:00:00Z'))]).toEqual(['21 Nov', '2 Jan 2027']);
});

test('midnights are counted in the zone', () => {
  const lateEvening = Date.parse('2026-11-22T23:30:00Z');
  expect([english.daysUntil(lateEvening), createFormats('en', undefined, now).daysUntil(lateEvening)]).toEqual([2, 1]);
});

test('a locale or zone that does not exist falls back to English and UTC', () => {
  expect(createFormats('en_US', 'Nowhere/Land', now).moment(now)).toBe('Nov 21, 10:04 AM UTC');
});
