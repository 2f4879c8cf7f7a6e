import * as fc from 'fast-check';

/** JSON of any kind. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '..',
    "'; DROP TABLE audit; --",
    '%00%2e%2e',
    '${if(true, 1, 2)}',
    '{{DATE(x)}}',
    '<at>Partner Desk</at>',
    '\u0000\u0007\ud800',
    '\r\nset-cookie: a=b',
    '2026-13-45T99:99:99Z',
    '0001-01-01T00:00:00',
    '9'.repeat(400),
    'https://evil.example/?$skiptoken=x',
    'NaN',
    '[a](javascript:alert(1))',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const numbers = fc.oneof(
  fc.constantFrom(0, -1, 1, 2 ** 53, -(2 ** 31), 1e308, 1e-308, 0.1),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const keys = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'id', 'value', 'length', 'then', 'type'),
  fc.string({ maxLength: 6 }),
);

/** Anything that JSON can say: awkward texts and numbers, keys that have a meaning in JavaScript, some levels deep. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<Json[]>(null, true, false),
    numbers,
    texts,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('json')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs) as Json),
  ),
})).json;
