import { serviceTicks, serviceTimeMs } from '../../src/partnerCenter/serviceTime';

test.each([
  ['2026-11-21T09:00:00.1234567Z', 1795251600123, 4567n],
  ['2026-11-21T09:00:00.12345678999Z', 1795251600123, 4567n],
  ['2026-11-21T09:00:00.1Z', 1795251600100, 0n],
  ['2026-11-21T09:00:00', 1795251600000, 0n],
  ['2026-11-21T11:00:00+02:00', 1795251600000, 0n],
])('%s is %i ms and %i ticks', (text, ms, rest) => {
  expect(serviceTimeMs(text)).toBe(ms);
  expect(serviceTicks(text)).toBe(BigInt(ms) * 10_000n + rest);
});

test.each([null, undefined, '', 'soon', '2026-13-40T99:00:00Z', '2026-11-21'])('%s is no time', (text) => {
  expect(serviceTicks(text)).toBeUndefined();
  expect(serviceTimeMs(text)).toBeUndefined();
});
