import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The deadline as a process reads it that runs in Tokyo. */
function deadlineInTokyo(facts: object): unknown {
  const program = `const { answerDeadline } = require('./src/referrals/expiry.ts');
    console.log(JSON.stringify(answerDeadline({ id: 'r', status: 'New', ...${JSON.stringify(facts)} }, 14)));`;
  const registered = join(__dirname, '../support/registerTypeScript.js');
  const options = { cwd: join(__dirname, '../..'), env: { PATH: process.env.PATH, TZ: 'Asia/Tokyo' } };
  return JSON.parse(execFileSync(process.execPath, ['-r', registered, '-e', program], options).toString());
}

test('a deadline without a zone is UTC wherever the process runs', () => {
  expect(deadlineInTokyo({ expirationDateTime: '2026-12-04T12:00:00' })).toEqual({
    at: Date.parse('2026-12-04T12:00:00Z'),
    estimated: false,
  });
});

test('so is a creation from which the deadline is computed', () => {
  expect(deadlineInTokyo({ createdDateTime: '2026-11-20T12:00:00.1234567' })).toEqual({
    at: Date.parse('2026-12-04T12:00:00.123Z'),
    estimated: true,
  });
});
