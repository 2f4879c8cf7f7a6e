import type { Engine } from '../../support/onEngine';
import { aConversation, anEntry, aPost } from './samples';

const created = (createdDateTime: string | null) => ({ direction: 'Incoming', status: 'New', createdDateTime });

const of = (id: string, engagementId: string) => ({ id, engagementId, direction: 'Outgoing', status: 'Active' });

export function ledgerBehaviour({ open }: Engine): void {
  test('an entry comes back as it was saved, unknown fields included, and is replaced as a whole', async () => {
    const { ledger } = await open();
    await ledger.save(anEntry('r'));
    expect(await ledger.find('r')).toEqual(anEntry('r'));
    const later = anEntry('r', {
      version: 2,
      seenAt: 4_000,
      referral: { id: 'r', status: 'Active' },
      decision: { verb: 'accept', byId: 'aad-1', byName: 'Zoë', at: 3_900 },
      notice: 'Partner Center did not answer.',
    });
    await ledger.save(later);
    expect(await ledger.find('r')).toEqual(later);
    expect(await ledger.find('other')).toBeUndefined();
  });

  test('many are found at once, by id, without the unknown', async () => {
    const store = await open();
    const ids = Array.from({ length: 1_200 }, (_, i) => `r${i}`);
    // More than either engine takes in one statement.
    const unknown = Array.from({ length: 70_000 }, (_, i) => `unknown${i}`);
    await store.transaction(async (tx) => {
      for (const id of ids) await tx.ledger.save(anEntry(id));
    });
    const found = await store.ledger.findMany([...ids, ...unknown]);
    expect([...found.keys()].toSorted()).toEqual(ids.toSorted());
    expect(found.get('r1199')).toEqual(anEntry('r1199'));
    expect(await store.ledger.findMany([])).toEqual(new Map());
  });

  test('open ones wait for an answer, ours or the other side’s, oldest first; one without a date counts from when it was seen', async () => {
    const { ledger } = await open();
    await ledger.save(anEntry('young', { referral: { id: 'young', ...created('2026-11-20T10:00:00Z') } }));
    await ledger.save(anEntry('old', { referral: { id: 'old', ...created('2026-11-01T10:00:00.0000001Z') } }));
    await ledger.save(anEntry('undated', { referral: { id: 'undated', ...created(null) }, firstSeenAt: 5 }));
    const waits = { id: 'microsofts', status: 'New' };
    const ours = { ...created('2026-11-10T10:00:00Z'), direction: 'Outgoing', status: 'Active' };
    await ledger.save(anEntry('ours', { referral: { id: 'ours', ...ours } }));
    await ledger.save(anEntry('shared', { referral: { id: 'shared', ...ours }, connected: waits }));
    await ledger.save(
      anEntry('given', { referral: { id: 'given', ...ours }, connected: { ...waits, status: 'Active' } }),
    );
    await ledger.save(anEntry('answered', { referral: { id: 'answered', status: 'Active', direction: 'Incoming' } }));
    expect((await ledger.open()).map((entry) => entry.referralId)).toEqual(['undated', 'old', 'shared', 'young']);
    await ledger.save(anEntry('old', { referral: { id: 'old', direction: 'Incoming', status: 'Closed' } }));
    expect((await ledger.open()).map((entry) => entry.referralId)).toEqual(['undated', 'shared', 'young']);
  });

  test('the copies of an engagement are found together, with what is known of the other side', async () => {
    const { ledger } = await open();
    const connected = { id: 'b', organizationId: 'msft', status: 'New', aFieldOfTomorrow: true };
    await ledger.save(anEntry('a', { referral: of('a', 'deal'), firstSeenAt: 1, connected }));
    await ledger.save(anEntry('b', { referral: of('b', 'deal'), firstSeenAt: 2 }));
    await ledger.save(anEntry('c', { referral: of('c', 'another') }));
    const found = await ledger.ofEngagements(['deal', 'unknown']);
    expect(found.map(({ referralId }) => referralId)).toEqual(['a', 'b']);
    expect(found[0]?.connected).toEqual(connected);
    expect(await ledger.ofEngagements([])).toEqual([]);
  });

  test('those that are not open and have not changed for long come by id, a page at a time', async () => {
    const { ledger } = await open();
    const closed = { direction: 'Incoming', status: 'Closed' };
    for (const id of ['b', 'a', 'c']) await ledger.save(anEntry(id, { referral: { id, ...closed }, seenAt: 10 }));
    await ledger.save(anEntry('young', { referral: { id: 'young', ...closed }, seenAt: 20 }));
    await ledger.save(anEntry('open', { seenAt: 10 }));
    const ids = async (after: string, limit: number) =>
      (await ledger.seenBefore(20, after, limit)).map(({ referralId }) => referralId);
    expect(await ids('', 2)).toEqual(['a', 'b']);
    expect(await ids('b', 2)).toEqual(['c']);
  });

  test('the cards of referrals are forgotten with what was owed and the reminders, those of others stay', async () => {
    const { conversations, cards, outbox, warnings } = await open();
    await conversations.save(aConversation('c'));
    const ids = Array.from({ length: 1_200 }, (_, i) => `r${i}`);
    await outbox.owe([...ids, 'other'].map((id) => aPost(id, 'c')));
    for (const referralId of ['r0', 'r1199', 'other']) {
      const at = { postedAt: 1, sentAt: 1, shownVersion: 1 };
      await cards.save({ conversationId: 'c', activityId: `of ${referralId}`, referralId, ...at });
      await warnings.begin(referralId, 'c', 1);
    }
    await cards.forget(ids);
    await cards.forget([]);
    expect(await outbox.depth()).toMatchObject({ owed: 1 });
    expect((await warnings.due(9, 9)).map(({ referralId }) => referralId)).toEqual(['other']);
    expect([await cards.ofReferral('r1199'), (await cards.ofReferral('other')).length]).toEqual([[], 1]);
  });

  test('open ones that cards show come by id, a page at a time, with the time of the card that was sent first', async () => {
    const { conversations, ledger, cards } = await open();
    await conversations.save(aConversation('c'));
    await conversations.save({ ...aConversation('d'), timeZone: 'Asia/Tokyo' });
    for (const id of ['a', 'b', 'unshown', 'z']) await ledger.save(anEntry(id));
    await ledger.save(anEntry('closed', { referral: { id: 'closed', direction: 'Incoming', status: 'Closed' } }));
    const card = { conversationId: 'c', postedAt: 1, shownVersion: 1 };
    for (const [referralId, sentAt] of [
      ['a', 30],
      ['b', 20],
      ['closed', 10],
      ['z', 40],
    ] as const) {
      await cards.save({ ...card, activityId: referralId, referralId, sentAt });
    }
    await cards.save({ ...card, conversationId: 'd', activityId: '1', referralId: 'a', sentAt: 5 });
    const page = await ledger.openShown('', 2);
    expect(page.map((shown) => ({ ...shown, timeZones: new Set(shown.timeZones) }))).toEqual([
      { entry: anEntry('a'), sentAt: 5, timeZones: new Set(['Asia/Tokyo', 'Europe/Stockholm']) },
      { entry: anEntry('b'), sentAt: 20, timeZones: new Set(['Europe/Stockholm']) },
    ]);
    expect((await ledger.openShown('b', 2)).map(({ entry }) => entry.referralId)).toEqual(['z']);
    expect(await ledger.openShown('z', 2)).toEqual([]);
  });

  test('a card is found by where it is and by its referral; saving again moves only what was sent', async () => {
    const { conversations, cards } = await open();
    await conversations.save(aConversation('c'));
    await conversations.save(aConversation('d'));
    const card = { conversationId: 'c', activityId: '1', referralId: 'r', postedAt: 10, sentAt: 10, shownVersion: 1 };
    const other = { ...card, conversationId: 'd', postedAt: 20, sentAt: 20 };
    await cards.save(other);
    await cards.save(card);
    await cards.save({ ...card, activityId: '2', referralId: 'another' });
    await cards.save({ ...card, postedAt: 30, sentAt: 30, shownVersion: 2 });
    expect(await cards.find('c', '1')).toEqual({ ...card, sentAt: 30, shownVersion: 2 });
    expect(await cards.find('d', '2')).toBeUndefined();
    expect(await cards.ofReferral('r')).toEqual([{ ...card, sentAt: 30, shownVersion: 2 }, other]);
  });

  test('a cursor is what it was last set to', async () => {
    const { cursors } = await open();
    expect(await cursors.get('poll')).toBeUndefined();
    await cursors.set('poll', 'one');
    await cursors.set('poll', 'two');
    await cursors.set('other', 'three');
    expect(await cursors.get('poll')).toBe('two');
  });
}
