import type { Engine } from '../../support/onEngine';

export function takenActivitiesBehaviour({ newDatabase, open }: Engine): void {
  test('an activity is taken once, until it is forgotten', async () => {
    const { takenActivities } = await open();
    expect(await takenActivities.take({ hash: 'a', at: 100 }, 0)).toBe(true);
    expect(await takenActivities.take({ hash: 'a', at: 150 }, 100)).toBe(false);
    expect(await takenActivities.take({ hash: 'b', at: 160 }, 100)).toBe(true);
    expect(await takenActivities.take({ hash: 'a', at: 300 }, 101)).toBe(true);
  });

  test('of many processes that are given the same activity one takes it', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    const taken = await Promise.all(
      stores.flatMap(({ takenActivities }) => [1, 2, 3].map((at) => takenActivities.take({ hash: 'a', at }, 0))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
}
