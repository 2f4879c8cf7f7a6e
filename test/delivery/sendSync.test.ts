import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFolder } from '../../bench/support/temporaryFolder';
import { startSendSync } from '../../src/delivery/sendSync';
import { createThrottle } from '../../src/delivery/throttle';
import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { aConversation, aPost } from '../storage/behaviour/samples';
import { TestClock } from '../support/testClock';

const hourMs = 3_600_000;
let clock: TestClock;
let folder: string;
let store: Store;

beforeEach(async () => {
  clock = new TestClock();
  folder = memoryFolder();
  store = await openStore({ databaseUrl: `sqlite:${join(folder, 'desk.db')}`, log: createLog('silent'), clock });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function processOf(processId: string, isSole = false) {
  const throttle = createThrottle({ clock });
  const sync = await startSendSync({ store, throttle, clock, processId, isSole });
  return { throttle, sync };
}
const sent = (count: number, by: string) =>
  Promise.all(Array.from({ length: count }, () => store.sends.record({ conversationId: 'c', at: clock.now(), by })));

test('what another process sends fills the limits of this one', async () => {
  const { throttle, sync } = await processOf('a');
  await sent(6, 'b');
  expect(throttle.closed().conversationIds).toEqual([]);
  await sync.catchUp();
  expect(throttle.closed().conversationIds).toEqual(['c']);
});

test('what another process is sending counts as under way, and from when it was found to have ended', async () => {
  const { throttle, sync } = await processOf('a');
  await store.conversations.save(aConversation('c'));
  await store.outbox.owe(Array.from({ length: 7 }, (_, n) => aPost(`r${n}`, 'c')));
  for (let n = 0; n < 6; n++) {
    const row = await store.outbox.claim('b', clock.now(), 30_000);
    await clock.advance(2_000);
    expect(await sync.catchUp()).toBe(1);
    if (row) await store.outbox.complete(row, clock.now());
    expect(await sync.catchUp()).toBe(0);
  }
  expect(throttle.closed().conversationIds).toEqual([]);
  await store.outbox.claim('b', clock.now(), 30_000);
  await sync.catchUp();
  await clock.advance(30_000);
  expect(await sync.catchUp()).toBe(0);
});

test('what this process sent itself is not counted twice', async () => {
  const { throttle, sync } = await processOf('a');
  await sent(6, 'a');
  await sync.catchUp();
  expect(throttle.closed().conversationIds).toEqual([]);
});

test('a process that begins knows what was sent in the hour before, and where Teams asked for patience', async () => {
  await sent(1_750, 'before');
  await store.sends.pause({ conversationId: 'd', until: clock.now() + hourMs });
  await clock.jump(60_000);
  const { throttle } = await processOf('a', true);
  expect(throttle.closed().conversationIds.toSorted((x, y) => x.localeCompare(y))).toEqual(['c', 'd']);
});

test('where Teams asked another process for patience, this one waits too', async () => {
  const { throttle, sync } = await processOf('a');
  await store.sends.pause({ conversationId: 'c', until: clock.now() + 57_000 });
  await sync.catchUp();
  expect(throttle.closed()).toMatchObject({ conversationIds: ['c'], changesAt: clock.now() + 57_000 });
});

test('what no limit looks back to is not kept', async () => {
  const { sync } = await processOf('a', true);
  await sent(3, 'a');
  await clock.jump(2 * hourMs);
  await sync.catchUp();
  expect(await store.sends.found({ behind: 0, besides: [], now: clock.now() })).toEqual([]);
});
