import type { StoredEvent } from '../../../src/storage/event';
import type { Engine } from '../../support/onEngine';

const event = (key: string, subject: string, receivedAt = 0): StoredEvent => ({
  key,
  topic: 'referral',
  subject,
  changedAt: 0,
  receivedAt,
});

export function eventsBehaviour({ newDatabase, open }: Engine): void {
  test('an event is kept once, however often it comes', async () => {
    const { events } = await open();
    expect(await events.receive(event('a', 'r'))).toBe(true);
    expect(await events.receive(event('a', 'r', 5))).toBe(false);
    expect(await events.lastReceivedAt()).toBe(0);
  });

  test('one claim takes all that waits of one thing, as old as the last of it, and nobody else gets it meanwhile', async () => {
    const { events } = await open();
    await events.receive(event('a', 'r', 1));
    await events.receive(event('b', 'r', 3));
    await events.receive(event('c', 'other', 4));
    const claim = await events.claim('1', 10, 50);
    expect(claim).toEqual({ id: '1', topic: 'referral', subject: 'r', attempts: 1, receivedAt: 3 });
    await events.receive(event('d', 'r', 12));
    expect(await events.claim('2', 12, 50)).toMatchObject({ subject: 'other' });
    expect(await events.claim('3', 12, 50)).toBeUndefined();
    if (claim) expect(await events.finish(claim, 20)).toBe(true);
    expect(await events.claim('4', 20, 60)).toMatchObject({ subject: 'r', attempts: 1, receivedAt: 12 });
  });

  test('a claim that has run out is lost, and another may take it', async () => {
    const { events } = await open();
    await events.receive(event('a', 'r'));
    const lost = await events.claim('1', 0, 40);
    expect(await events.nextDueAt()).toBe(40);
    expect(await events.claim('2', 40, 80)).toMatchObject({ attempts: 2 });
    if (lost) expect(await events.finish(lost, 41)).toBe(false);
    expect(await events.nextDueAt()).toBe(80);
  });

  test('what is given back waits until it is due', async () => {
    const { events } = await open();
    await events.receive(event('a', 'r'));
    const claim = await events.claim('1', 0, 40);
    if (claim) await events.postpone(claim, 30);
    expect(await events.claim('2', 29, 60)).toBeUndefined();
    expect(await events.nextDueAt()).toBe(30);
    expect(await events.claim('2', 30, 60)).toMatchObject({ subject: 'r' });
  });

  test('what has ended is forgotten when it is old, what waits is not', async () => {
    const { events } = await open();
    await events.receive(event('a', 'r', 1));
    const claim = await events.claim('1', 1, 40);
    if (claim) await events.finish(claim, 2);
    await events.receive(event('b', 'waits', 1));
    await events.forget(2);
    expect(await events.receive(event('a', 'r', 3))).toBe(true);
    expect(await events.receive(event('b', 'waits', 3))).toBe(false);
  });

  test('of processes that claim at the same moment each gets another thing', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    for (const n of [1, 2, 3]) await stores[0]?.events.receive(event(`${n}`, `r${n}`));
    const claims = await Promise.all(
      stores.flatMap(({ events }, i) => [1, 2, 3].map((n) => events.claim(`${i}-${n}`, 1, 40))),
    );
    expect(claims.flatMap((claim) => claim?.subject ?? []).toSorted()).toEqual(['r1', 'r2', 'r3']);
  });
}
