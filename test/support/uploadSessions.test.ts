import { UploadSessions } from './uploadSessions';

const unit = 320 * 1024;
const bytes = (count: number) => Buffer.alloc(count, 7);
const range = (from: number, to: number, of: number) => ({ 'content-range': `bytes ${from}-${to}/${of}` });

test.each([
  ['a token', 401, { ...range(0, 9, 10), authorization: 'Bearer token' }, 10],
  ['no Content-Range', 400, {}, 10],
  ['another length than it says', 400, range(0, 10, 11), 10],
  ['a part that is no multiple of 320 KiB', 400, range(0, 9, 20), 10],
  ['a part that is not the next', 416, range(10, 19, 20), 10],
])('the simulated OneDrive refuses %s', (_what, status, headers, length) => {
  const sessions = new UploadSessions();
  expect(sessions.answer('PUT', sessions.begin('f'), headers, bytes(length)).status).toBe(status);
  expect(sessions.refusals).toHaveLength(1);
  expect(sessions.files).toEqual([]);
});

test('it says what is missing, keeps the whole file, and knows the address no more after that', () => {
  const sessions = new UploadSessions();
  const id = sessions.begin('f.csv');
  expect(sessions.answer('PUT', id, range(0, unit - 1, unit + 5), bytes(unit)).status).toBe(202);
  expect(sessions.answer('GET', id, {}, bytes(0)).body).toEqual({ nextExpectedRanges: [`${unit}-`] });
  expect(sessions.answer('PUT', id, range(unit, unit + 4, unit + 5), bytes(5)).status).toBe(201);
  expect(sessions.files).toEqual([{ name: 'f.csv', bytes: bytes(unit + 5) }]);
  expect(sessions.answer('GET', id, {}, bytes(0)).status).toBe(404);
});
