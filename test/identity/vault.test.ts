import { randomBytes } from 'node:crypto';
import { createVault, VaultError, type Sealed } from '../../src/identity/vault';

const [older, newer, other] = [randomBytes(32), randomBytes(32), randomBytes(32)];

function problemOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof VaultError ? error.problem : error;
  }
}

test('a text comes back as it was, whatever is in it', () => {
  const vault = createVault([newer]);
  for (const text of ['', 'refresh-token', 'Åsa 株式会社 \0 "}{', 'x'.repeat(100_000)]) {
    expect(vault.open('a', vault.seal('a', text))).toBe(text);
  }
});

test('what is kept shows neither the text nor the key, and is another one each time', () => {
  const vault = createVault([newer]);
  const [first, second] = [vault.seal('a', 'refresh-token'), vault.seal('a', 'refresh-token')];
  expect(first.sealed).not.toBe(second.sealed);
  const shown = JSON.stringify(first) + Buffer.from(first.sealed, 'base64').toString('latin1');
  expect(shown).not.toContain('refresh-token');
  expect(newer.toString('hex')).not.toContain(first.keyId);
});

test('a text that was moved to another row cannot be read there', () => {
  const vault = createVault([newer]);
  const sealed = vault.seal('service account', 'refresh-token');
  expect(problemOf(() => vault.open('sign-in', sealed))).toBe('damaged');
});

test('a text of which one bit was changed, or the end is missing, cannot be read', () => {
  const vault = createVault([newer]);
  const { keyId, sealed } = vault.seal('a', 'refresh-token');
  const bytes = Buffer.from(sealed, 'base64');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(problemOf(() => vault.open('a', { keyId, sealed: changed.toString('base64') }))).toBe('damaged');
    const cut: Sealed = { keyId, sealed: bytes.subarray(0, at).toString('base64') };
    expect(problemOf(() => vault.open('a', cut))).toBe('damaged');
  }
});

test('the first key encrypts, each of them decrypts, and none but they', () => {
  const before = createVault([older]).seal('a', 'refresh-token');
  const rotating = createVault([newer, older]);
  expect(rotating.open('a', before)).toBe('refresh-token');
  expect(rotating.isCurrent(before.keyId)).toBe(false);
  const after = rotating.seal('a', 'refresh-token');
  expect(rotating.isCurrent(after.keyId)).toBe(true);
  expect(createVault([newer]).open('a', after)).toBe('refresh-token');
  expect(problemOf(() => createVault([other]).open('a', after))).toBe('otherKey');
});

test('without a key nothing is written or read, and it says so', () => {
  const sealed = createVault([newer]).seal('a', 'refresh-token');
  expect(problemOf(() => createVault([]).open('a', sealed))).toBe('noKey');
  expect(problemOf(() => createVault([]).seal('a', 'refresh-token'))).toBe('noKey');
});
