import { readCountryInput } from '../../src/cardActions/readCountryInput';

test.each([
  ['US', 'US'],
  [' us ', 'US'],
  ['in', 'IN'],
  ['United States', 'US'],
  ['germany', 'DE'],
  ['The Netherlands', 'NL'],
  ['UK', 'GB'],
  ['Atlantis', undefined],
  ['XX', undefined],
  ['Germany and France', undefined],
  ['', undefined],
])('%j is %s', (text, country) => {
  expect(readCountryInput(text)).toBe(country);
});
