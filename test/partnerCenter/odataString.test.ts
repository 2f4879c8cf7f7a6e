import * as fc from 'fast-check';
import { odataString } from '../../src/partnerCenter/odataString';

test('a quote is doubled', () => {
  expect(odataString("O'Neil")).toBe("'O''Neil'");
});

test('whatever it holds, it is one literal with that value and nothing behind it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '"', ' ', 'a', ')', 'é', '%', '&') }), (text) => {
      // The grammar of an OData string: https://docs.oasis-open.org/odata/odata/v4.01/os/abnf/odata-abnf-construction-rules.txt
      const literal = /^'((?:[^']|'')*)'$/.exec(odataString(text));
      expect(literal?.[1]?.replaceAll("''", "'")).toBe(text);
    }),
  );
});
