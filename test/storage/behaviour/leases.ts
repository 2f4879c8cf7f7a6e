import type { Engine } from '../../support/onEngine';

const lease = (holder: string, heldUntil: number) => ({
  name: 'leader',
  holder,
  heldUntil,
  note: `{"by":"${holder}"}`,
});

export function leasesBehaviour({ newDatabase, open }: Engine): void {
  test('one holds it until its time is over; then another may take it, with a higher fence', async () => {
    const { leases } = await open();
    expect(await leases.hold(lease('a', 100), 0)).toEqual({ ...lease('a', 100), fence: 1 });
    expect(await leases.hold(lease('b', 150), 50)).toBeUndefined();
    expect(await leases.find('leader')).toMatchObject({ holder: 'a', fence: 1, note: '{"by":"a"}' });
    expect(await leases.hold(lease('b', 200), 100)).toEqual({ ...lease('b', 200), fence: 2 });
    expect(await leases.hold(lease('a', 250), 150)).toBeUndefined();
  });

  test('its holder renews it, also late where nobody took it, and the fence stays', async () => {
    const { leases } = await open();
    await leases.hold(lease('a', 100), 0);
    expect(await leases.hold(lease('a', 150), 50)).toMatchObject({ fence: 1, heldUntil: 150 });
    expect(await leases.hold(lease('a', 1_100), 1_000)).toMatchObject({ fence: 1, heldUntil: 1_100 });
  });

  test('one that was taken before the clock was set back, by more than clocks may differ, can be taken', async () => {
    const { leases } = await open();
    await leases.hold(lease('a', 3_609_000), 3_600_000);
    expect(await leases.hold(lease('b', 3_549_000), 3_540_000)).toBeUndefined();
    expect(await leases.hold(lease('b', 9_000), 0)).toMatchObject({ holder: 'b', fence: 2 });
  });

  test('what is given back can be taken at once; only its holder gives it back', async () => {
    const { leases } = await open();
    await leases.hold(lease('a', 100), 0);
    await leases.release('leader', 'b');
    expect(await leases.hold(lease('b', 100), 1)).toBeUndefined();
    await leases.release('leader', 'a');
    expect(await leases.hold(lease('b', 100), 1)).toMatchObject({ holder: 'b', fence: 2 });
  });

  test('of many that want it at the same moment one gets it', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    const got = await Promise.all(
      stores.flatMap(({ leases }, i) => [1, 2, 3].map((n) => leases.hold(lease(`${i}-${n}`, 100), 0))),
    );
    expect(got.filter(Boolean)).toHaveLength(1);
  });
}
