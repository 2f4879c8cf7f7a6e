import { explainError } from '../../src/storage/explainError';
import { StorageError } from '../../src/storage/storageError';

const thrown = (code: string, message = 'raw') => Object.assign(new Error(message), { code });

test.each([
  ['SQLITE_BUSY', /stays locked by another process/],
  ['SQLITE_READONLY_DIRECTORY', /cannot be written/],
  ['EACCES', /cannot be written/],
  ['SQLITE_FULL', /no room left/],
  ['SQLITE_CORRUPT', /damaged/],
  ['53100', /no room left/],
  ['28P01', /refuses the user or password/],
  ['57P01', /connection .* was lost/],
  ['57014', /took too long/],
])('%s becomes a sentence that names the database', (code, sentence) => {
  const error = thrown(code);
  const explained = explainError(error, 'db.example:5432/desk');
  expect(explained).toBeInstanceOf(StorageError);
  expect(explained).toMatchObject({ message: expect.stringMatching(sentence), cause: error });
  expect(String(explained)).toContain('db.example:5432/desk');
});

test('a connection that breaks without a code is explained too', () => {
  expect(explainError(new Error('Connection terminated unexpectedly'), 'db')).toBeInstanceOf(StorageError);
});

test('a name with dollar signs stays as it is', () => {
  expect(String(explainError(thrown('SQLITE_BUSY'), "./$&/$'.db"))).toContain("./$&/$'.db");
});

test.each([thrown('SQLITE_CONSTRAINT_FOREIGNKEY'), thrown('23505'), new Error('a fault of ours'), 'text', undefined])(
  'what no person can mend comes back as it is (%p)',
  (error) => {
    expect(explainError(error, 'db')).toBe(error);
  },
);
