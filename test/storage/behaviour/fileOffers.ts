import type { Engine } from '../../support/onEngine';

const anOffer = (id: string, createdAt = 1_000) => ({
  id,
  personId: 'megan',
  wanted: '{"list":"invoices"}',
  createdAt,
  expiresAt: createdAt + 1_000,
});

export function fileOffersBehaviour({ newDatabase, open }: Engine): void {
  test('an offer is kept as it was made, and taken once, by its person, before its end', async () => {
    const { fileOffers } = await open();
    await fileOffers.add(anOffer('o'));
    expect(await fileOffers.find('o')).toEqual({ ...anOffer('o'), takenAt: null });
    expect(await fileOffers.take('o', 'isaiah', 1_500)).toBe(false);
    expect(await fileOffers.take('o', 'megan', 2_000)).toBe(false);
    expect(await fileOffers.take('o', 'megan', 1_500)).toBe(true);
    expect(await fileOffers.take('o', 'megan', 1_600)).toBe(false);
    expect(await fileOffers.find('o')).toMatchObject({ takenAt: 1_500 });
    expect(await fileOffers.take('unknown', 'megan', 1_500)).toBe(false);
  });

  test('of many who take one at the same moment, one gets it', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    await stores[0]?.fileOffers.add(anOffer('o'));
    const taken = await Promise.all([...stores, ...stores].map((store) => store.fileOffers.take('o', 'megan', 1_500)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('all are given, and some removed', async () => {
    const { fileOffers } = await open();
    for (const id of ['a', 'b', 'c']) await fileOffers.add(anOffer(id));
    await fileOffers.remove([]);
    await fileOffers.remove(['a', 'c', 'unknown']);
    expect(await fileOffers.all()).toEqual([{ ...anOffer('b'), takenAt: null }]);
  });

  test('what ended a week ago is forgotten', async () => {
    const { fileOffers } = await open();
    await fileOffers.add(anOffer('old'));
    const week = 7 * 86_400_000;
    await fileOffers.add(anOffer('young', 2_000 + week));
    expect(await fileOffers.find('old')).toBeDefined();
    await fileOffers.add(anOffer('younger', 2_001 + week));
    expect(await fileOffers.find('old')).toBeUndefined();
  });
}
