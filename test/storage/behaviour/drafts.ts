import type { Engine } from '../../support/onEngine';

const aDraft = (id: string, makerId = 'aad-1') => ({
  id,
  makerId,
  makerName: 'Åsa Öberg',
  typed: { customerName: "Contoso O'Hara 株式会社", notes: 'a\nb', first_name: 'x' },
  createdAt: 1_000,
  expiresAt: 5_000,
});

export function draftsBehaviour({ newDatabase, open }: Engine): void {
  test('a draft comes back as it was typed, with nothing begun', async () => {
    const { drafts } = await open();
    await drafts.add(aDraft('d'));
    const nothingYet = { step: 'asked', referralId: null, engagementId: null, conversationId: null, sentAt: null };
    expect(await drafts.find('d')).toEqual({ ...aDraft('d'), ...nothingYet });
    expect(await drafts.find('other')).toBeUndefined();
  });

  test('a referral is traced to the draft that it was made from', async () => {
    const { drafts } = await open();
    for (const id of ['asked', 'made', 'mine']) await drafts.add(aDraft(id));
    await drafts.add({ ...aDraft('named'), typed: { externalReferenceId: ' OPP-1 ' } });
    for (const id of ['made', 'mine', 'named']) await drafts.claim(id, 'us', 0, 50);
    await drafts.advance('made', 'us', { step: 'done', referralId: 'r-1', conversationId: 'c' }, 1, 50);
    for (const id of ['mine', 'named']) await drafts.advance(id, 'us', { step: 'sendingOwn' }, 1, 50);
    expect(await drafts.ofReferral('r-1', null)).toMatchObject({ id: 'made', conversationId: 'c' });
    expect(await drafts.ofReferral('r-2', 'mine')).toMatchObject({ id: 'mine' });
    expect(await drafts.ofReferral('r-3', 'OPP-1')).toMatchObject({ id: 'named' });
    expect(await drafts.ofReferral('r-4', 'OPP-2')).toBeUndefined();
    expect(await drafts.ofReferral('r-5', 'asked')).toBeUndefined();
    expect(await drafts.ofReferral('r-6', null)).toBeUndefined();
  });

  test('of many hands at the same moment one has it, until it lets go or its time is over', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    await stores[0]?.drafts.add(aDraft('d'));
    const hands = await Promise.all(
      stores.flatMap(({ drafts }, i) => [1, 2, 3].map((n) => drafts.claim('d', `${i}-${n}`, 100, 50))),
    );
    expect(hands.filter(Boolean)).toHaveLength(1);
    const [{ drafts } = await open(url)] = stores;
    expect(await drafts.claim('d', 'late', 149, 50)).toBeUndefined();
    expect(await drafts.claim('d', 'late', 150, 50)).toMatchObject({ id: 'd' });
    await drafts.release('d', 'somebody');
    expect(await drafts.claim('d', 'later', 160, 50)).toBeUndefined();
    await drafts.release('d', 'late');
    expect(await drafts.claim('d', 'later', 160, 50)).toMatchObject({ id: 'd' });
  });

  test('those that are not being sent are given and removed, what was begun stays', async () => {
    const { drafts } = await open();
    for (const id of ['asked', 'begun', 'other']) await drafts.add(aDraft(id));
    await drafts.claim('begun', 'us', 0, 50);
    await drafts.advance('begun', 'us', { step: 'sendingOwn' }, 1, 50);
    expect((await drafts.idle()).map(({ id }) => id).toSorted()).toEqual(['asked', 'other']);
    await drafts.remove([]);
    await drafts.remove(['asked', 'begun']);
    expect((await drafts.idle()).map(({ id }) => id)).toEqual(['other']);
    expect(await drafts.find('begun')).toMatchObject({ step: 'sendingOwn' });
  });

  test('only who has it in hand notes a step, and holds it longer by that', async () => {
    const { drafts } = await open();
    await drafts.add(aDraft('d'));
    await drafts.claim('d', 'us', 100, 50);
    expect(await drafts.advance('d', 'them', { step: 'done' }, 110, 50)).toBe(false);
    const made = { step: 'ownCreated', referralId: 'r', engagementId: 'e', sentAt: 105 } as const;
    expect(await drafts.advance('d', 'us', made, 140, 50)).toBe(true);
    expect(await drafts.find('d')).toMatchObject(made);
    expect(await drafts.claim('d', 'them', 189, 50)).toBeUndefined();
    expect(await drafts.advance('d', 'us', { step: 'done' }, 190, 50)).toBe(false);
    expect(await drafts.find('d')).toMatchObject(made);
  });

  test('what a person has begun and not finished is found, and nobody else’s', async () => {
    const { drafts } = await open();
    for (const [id, step] of [
      ['asked', undefined],
      ['half', 'ownCreated'],
      ['done', 'done'],
    ] as const) {
      await drafts.add(aDraft(id));
      await drafts.claim(id, 'us', 100, 50);
      if (step) await drafts.advance(id, 'us', { step }, 100, 50);
    }
    await drafts.add(aDraft('theirs', 'aad-2'));
    await drafts.claim('theirs', 'us', 100, 50);
    await drafts.advance('theirs', 'us', { step: 'sendingOwn' }, 100, 50);
    expect((await drafts.unfinishedOf('aad-1')).map(({ id }) => id)).toEqual(['half']);
    expect((await drafts.unfinishedOf('aad-2')).map(({ id }) => id)).toEqual(['theirs']);
  });

  test('one that is only asked about is replaced, unless somebody has it in hand', async () => {
    const { drafts } = await open();
    await drafts.add(aDraft('free'));
    await drafts.add(aDraft('held'));
    await drafts.claim('held', 'us', 100, 50);
    for (const id of ['free', 'held']) await drafts.replace(id, 120);
    expect(await drafts.find('free')).toMatchObject({ step: 'replaced' });
    expect(await drafts.find('held')).toMatchObject({ step: 'asked' });
    await drafts.advance('held', 'us', { step: 'sendingOwn' }, 120, 50);
    await drafts.replace('held', 900);
    expect(await drafts.find('held')).toMatchObject({ step: 'sendingOwn' });
  });

  test('what is long over is forgotten, but for what was begun', async () => {
    const { drafts } = await open();
    for (const id of ['asked', 'half']) await drafts.add(aDraft(id));
    await drafts.claim('half', 'us', 100, 50);
    await drafts.advance('half', 'us', { step: 'ownCreated' }, 100, 50);
    await drafts.forget(5_000);
    expect(await drafts.find('asked')).toBeDefined();
    await drafts.forget(5_001);
    expect(await drafts.find('asked')).toBeUndefined();
    expect(await drafts.find('half')).toBeDefined();
  });
}
