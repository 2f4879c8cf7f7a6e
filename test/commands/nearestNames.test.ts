import { nearestNames } from '../../src/commands/nearestNames';

const namesNear = (typed: string, ...names: (string | undefined)[]) =>
  nearestNames(
    typed,
    names.map((name) => ({ name })),
    ({ name }) => name ?? '',
  ).map(({ name }) => name);

describe('the nearest names', () => {
  it.each([
    ['contosso', ['Consolidated Messenger', 'Contoso Ltd.'], ['Contoso Ltd.', 'Consolidated Messenger']],
    ['contoso germany', ['Contoso Ltd.', 'Contoso Deutschland GmbH'], ['Contoso Deutschland GmbH', 'Contoso Ltd.']],
    ['fabrkiam', ['Fabergé', 'Fabrikam Residences', 'Fabrikam, Inc.'], ['Fabrikam, Inc.', 'Fabrikam Residences']],
    ['ETE', ['Été'], ['Été']],
    [
      '株式会社コントン',
      ['株式会社ファブリカム物流', '株式会社コントソ'],
      ['株式会社コントソ', '株式会社ファブリカム物流'],
    ],
    ['cotnoso', ['Cottage Bakery'], []],
    ['contoso', [undefined], []],
  ])('of %s', (typed, names, near) => {
    expect(namesNear(typed, ...names)).toEqual(near);
  });
});
