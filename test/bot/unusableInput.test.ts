import { z } from 'zod/v4';
import { unusableInput } from '../../src/bot/unusableInput';
import { numberInput, textInput } from '../../src/cardActions/inputs';

const schema = z.object({ referralId: z.string(), dealValue: numberInput, note: textInput(5) });

function said(data: unknown): string {
  const { error } = schema.safeParse(data);
  if (!error) throw new Error('It can be used');
  return unusableInput(error, 'PD-1');
}

test('inputs that can be corrected are named by their labels, with what is wrong', () => {
  expect(said({ referralId: 'r', dealValue: 'much', note: 'too long' })).toBe(
    'Nothing was sent, because Deal value is not an amount like 50000 or 50,000.00; Note is longer than 5 characters. ' +
      'Correct it and press again. (Reference PD-1)',
  );
});

test('no words of a library are said', () => {
  expect(said({ referralId: 'r', note: 5 })).toBe(
    'Nothing was sent, because Note cannot be read. Correct it and press again. (Reference PD-1)',
  );
});

test.each([[{}], [null], [{ referralId: 5, dealValue: 'much' }]])(
  'of %j, which nobody can correct, it is said that the card is out of date',
  (data) => {
    expect(said(data)).toMatch(/^This button belongs to a card that is out of date, so nothing was done\..*PD-1/);
  },
);
