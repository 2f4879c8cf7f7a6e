import { migrations } from '../../../src/storage/migrations';
import type { Store } from '../../../src/storage/store';
import type { Engine } from '../../support/onEngine';

/** What every version of the database can hold: a referral that waits, with its card in a channel that is watched. */
const held = (n: number | '' = '') => [
  `insert into conversations (id, kind, service_url, bot_id, installed_at) values ('c${n}', 'channel', 's', 'b', 1)`,
  `insert into watches (id, conversation_id, owner_id, owner_name, started_at)
   values ('w${n}', 'c${n}', 'o', 'Megan', 1)`,
  `insert into ledger (referral_id, version, referral, is_open, created_at, first_seen_at, seen_at)
   values ('r${n}', 1, '{"id":"r${n}"}', 1, 1, 1, 1)`,
  `insert into cards (conversation_id, activity_id, referral_id, posted_at, sent_at, shown_version)
   values ('c${n}', 'a${n}', 'r${n}', 5, 5, 1)`,
];

/** All of that, as the present version reads it. */
const read = async ({ conversations, watches, ledger, cards }: Store, n: number | '' = '') => ({
  conversation: await conversations.find(`c${n}`),
  watch: await watches.activeIn(`c${n}`),
  referral: await ledger.find(`r${n}`),
  card: await cards.find(`c${n}`, `a${n}`),
});
const all = (n: number | '' = '') => ({
  conversation: { kind: 'channel', installedAt: 1 },
  watch: { ownerName: 'Megan', conditions: '{}', pausedUntil: null },
  referral: { version: 1, referral: { id: `r${n}` } },
  card: { shownVersion: 1 },
});

export function olderVersionsBehaviour({ bareDatabase, open, openAt, query }: Engine): void {
  test('a database that every version has written to is brought up to date with all it holds', async () => {
    const url = await bareDatabase();
    const versions = Object.keys(migrations).toSorted();
    for (const [n, version] of versions.entries()) {
      await openAt(url, version);
      for (const statement of held(n)) await query(url, statement);
    }
    const store = await open(url);
    for (const [n, by] of versions.entries())
      expect({ by, ...(await read(store, n)) }).toMatchObject({ by, ...all(n) });
  });

  test('a database of the first version is brought up to date at once with all it holds', async () => {
    const url = await bareDatabase();
    await openAt(url, Object.keys(migrations).toSorted()[0] ?? '');
    for (const statement of held()) await query(url, statement);
    expect(await read(await open(url))).toMatchObject(all());
  });

  test('deals of our own that were known before their copies were followed are found by their engagement', async () => {
    const url = await bareDatabase();
    await openAt(url, '2026-11-28-posts-folded');
    const deal = `{"id":"deal","engagementId":"e","direction":"Outgoing","status":"Active"}`;
    for (const statement of held()) await query(url, statement);
    await query(
      url,
      `insert into ledger (referral_id, version, referral, is_open, created_at, first_seen_at, seen_at)
       values ('deal', 1, '${deal}', 0, 1, 1, 1)`,
    );
    const { ledger } = await open(url);
    expect(await ledger.ofEngagements(['e'])).toMatchObject([{ referralId: 'deal', connected: null }]);
  });

  test('cards that were posted before there were reminders are reminded of', async () => {
    const url = await bareDatabase();
    await openAt(url, '2026-11-22-time-zones');
    for (const statement of held()) await query(url, statement);
    const { warnings } = await open(url);
    expect(await warnings.due(0, 10)).toEqual([
      { referralId: 'r', conversationId: 'c', postedAt: 5, rank: null, lookAt: 0, snoozedUntil: null },
    ]);
  });
}
