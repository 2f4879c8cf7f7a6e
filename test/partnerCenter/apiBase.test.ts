import { apiBase } from '../../src/partnerCenter/apiBase';

test.each([
  ['https://api.partner.microsoft.com/v1.0', 'https://api.partner.microsoft.com/v1.0'],
  ['https://api.partner.microsoft.com/v1.0//', 'https://api.partner.microsoft.com/v1.0'],
  ['https://somebody:secret@api.partner.microsoft.com/v1.0?x=1#y', 'https://api.partner.microsoft.com/v1.0'],
  ['http://localhost:3980/v1', 'http://localhost:3980/v1'],
  ['http://127.0.0.1:3980/v1', 'http://127.0.0.1:3980/v1'],
  ['http://127.1.2.3', 'http://127.1.2.3'],
  ['http://[::1]:3980/', 'http://[::1]:3980'],
])('calls to %s begin with %s', (url, base) => {
  expect(apiBase(url)).toBe(base);
});

test.each([
  'http://api.partner.microsoft.com/v1.0',
  'http://localhost.example',
  'http://127.0.0.1.example',
  'http://127.0.0.1@example.com',
  'http://0.0.0.0',
  'ftp://localhost',
  'file:///tmp',
])('no token goes to %s', (url) => {
  expect(() => apiBase(url)).toThrow(/tokens go over https, or to this machine/);
});
