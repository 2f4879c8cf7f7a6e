import { migrations } from '../../../src/storage/migrations';
import type { Engine } from '../../support/onEngine';

/** What every version of the database can hold: a referral that waits, with its card in a channel that is watched. */
const held = [
  `insert into conversations (id, kind, service_url, bot_id, installed_at) values ('c', 'channel', 's', 'b', 1)`,
  `insert into watches (id, conversation_id, owner_id, owner_name, started_at) values ('w', 'c', 'o', 'Megan', 1)`,
  `insert into ledger (referral_id, version, referral, is_open, created_at, first_seen_at, seen_at)
   values ('r', 1, '{"id":"r"}', 1, 1, 1, 1)`,
  `insert into cards (conversation_id, activity_id, referral_id, posted_at, sent_at, shown_version)
   values ('c', 'a', 'r', 5, 5, 1)`,
];

export function olderVersionsBehaviour({ bareDatabase, open, openAt, query }: Engine): void {
  test.each(Object.keys(migrations))(
    'a database of the version %s is brought up to date with all it holds',
    async (version) => {
      const url = await bareDatabase();
      await openAt(url, version);
      for (const statement of held) await query(url, statement);
      const { conversations, watches, ledger, cards } = await open(url);
      expect(await conversations.find('c')).toMatchObject({ kind: 'channel', installedAt: 1 });
      expect(await watches.activeIn('c')).toMatchObject({ ownerName: 'Megan', conditions: '{}', pausedUntil: null });
      expect(await ledger.find('r')).toMatchObject({ version: 1, referral: { id: 'r' } });
      expect(await cards.find('c', 'a')).toMatchObject({ shownVersion: 1 });
    },
  );

  test('deals of our own that were known before their copies were followed are found by their engagement', async () => {
    const url = await bareDatabase();
    await openAt(url, '2026-11-28-posts-folded');
    const deal = `{"id":"deal","engagementId":"e","direction":"Outgoing","status":"Active"}`;
    for (const statement of held) await query(url, statement);
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
    for (const statement of held) await query(url, statement);
    const { warnings } = await open(url);
    expect(await warnings.due(0, 10)).toEqual([
      { referralId: 'r', conversationId: 'c', postedAt: 5, rank: null, lookAt: 0, snoozedUntil: null },
    ]);
  });
}
