import { parseAmount } from '../../src/cardActions/parseAmount';

describe('an amount', () => {
  it.each([
    ['50000', 50000],
    ['50000.5', 50000.5],
    ['50000,50', 50000.5],
    ['50,000', 50000],
    ['50.000', 50000],
    ['50 000', 50000],
    ['1.234.567,89', 1234567.89],
    ['1,234,567.89', 1234567.89],
    ["1'234'567.8", 1234567.8],
    ['0', 0],
  ])('%s is %d', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each(['', 'a lot', '1e3', '0x10', '-5', '1.234.56', '1,23,456', '12.3456', '1.2.3', 'Infinity', '٥٠'])(
    '%s is refused rather than guessed',
    (text) => {
      expect(parseAmount(text)).toBeUndefined();
    },
  );
});
