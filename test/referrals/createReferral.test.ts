import { onEachEngine } from '../support/onEngine';
import { aDraft, aReferral, startCreationBench, type Fate } from './support/creationBench';

let bench: Awaited<ReturnType<typeof startCreationBench>>;
beforeEach(async () => {
  bench = await startCreationBench();
});
afterEach(() => bench.close());

onEachEngine(({ newDatabase, open }) => {
  /** Two processes' stores on one database, with a draft in it. */
  async function replicas() {
    const url = await newDatabase();
    const [first, second] = [await open(url), await open(url)];
    await first.drafts.add(aDraft('d', bench.clock.now()));
    return { first, second };
  }

  const deaths: [string, readonly Fate[], number][] = [
    ['before the first POST arrived', ['neverSent'], 0],
    ['when the first POST had been carried out', ['answerLost'], 1],
    ['before the second POST arrived', ['pass', 'neverSent'], 1],
    ['when the second POST had been carried out', ['pass', 'answerLost'], 2],
  ];

  it.each(deaths)(
    'a process that dies %s leaves what another finishes, and nothing twice',
    async (_when, fates, there) => {
      const { first, second } = await replicas();
      // It hangs for good: a process that is gone says no more.
      void bench
        .process(
          first,
          fates,
        )('d')
        .catch(() => undefined);
      const isOn = fates.length === 1 ? 'sendingOwn' : 'sendingMicrosoft';
      await bench.until(
        'it hangs',
        async () => (await second.drafts.find('d'))?.step === isOn && bench.made().length === there,
      );
      expect(await second.drafts.unfinishedOf(aDraft('d', 0).makerId)).toMatchObject([{ id: 'd', step: isOn }]);
      await bench.clock.jump(15_000);
      const outcome = await bench.running(bench.process(second)('d'));
      expect(outcome).toMatchObject({ kind: 'done', draft: { step: 'done' } });
      const made = bench.made();
      expect(made).toHaveLength(2);
      expect(new Set(made.map(({ engagementId }) => engagementId)).size).toBe(1);
      expect(made.filter(({ organizationId }) => organizationId === 'msft')).toHaveLength(1);
      expect(await second.drafts.unfinishedOf(aDraft('d', 0).makerId)).toEqual([]);
    },
  );

  it('two processes at the same moment create one pair', async () => {
    const { first, second } = await replicas();
    const both = [bench.process(first)('d'), bench.process(second)('d')];
    const outcomes = await bench.running(Promise.all(both));
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done']);
    expect(outcomes.filter((outcome) => outcome.kind === 'done' && outcome.again)).toHaveLength(1);
    expect(bench.posts()).toBe(2);
  });

  it('an answer that is lost is looked for at once, and what is there is not sent again', async () => {
    const { first } = await replicas();
    bench.sandbox.world.faults.add({ method: 'POST', path: '/referrals$', cut: 'afterProcessing' });
    expect(await bench.running(bench.process(first)('d'))).toMatchObject({ kind: 'done', again: false });
    expect(bench.posts()).toBe(2);
    expect(bench.made()).toHaveLength(2);
  });

  it('what is not there after a lost answer is sent again only when it is asked for again', async () => {
    const { first } = await replicas();
    bench.sandbox.world.faults.add({ method: 'POST', path: '/referrals$', cut: 'before', times: 1 });
    const create = bench.process(first);
    expect(await bench.running(create('d'))).toMatchObject({ kind: 'uncertain', draft: { step: 'sendingOwn' } });
    expect(bench.posts()).toBe(1);
    expect(await bench.running(create('d'))).toMatchObject({ kind: 'done' });
    expect(bench.made()).toHaveLength(2);
  });

  it('another referral with the same number and name is not taken for one whose answer was lost', async () => {
    const { first } = await replicas();
    const referral = aReferral({ type: 'Independent', externalReferenceId: 'CRM-1' });
    const create = bench.process(first);
    await bench.running(create('d', referral));
    const [older] = bench.made();
    const entry = {
      version: 1,
      connected: null,
      firstSeenAt: bench.clock.now(),
      seenAt: 0,
      decision: null,
      notice: null,
    };
    await first.ledger.save({ ...entry, referralId: older?.id ?? '', referral: { id: older?.id ?? '' } });
    await bench.clock.advance(60_000);
    await first.drafts.add(aDraft('e', bench.clock.now()));
    bench.sandbox.world.faults.add({ method: 'POST', path: '/referrals$', cut: 'before', times: 1 });
    expect(await bench.running(create('e', referral))).toMatchObject({ kind: 'uncertain' });
    expect(await bench.running(create('e', referral))).toMatchObject({ kind: 'done' });
    expect(bench.made()).toHaveLength(2);
  });

  it('a refused second step leaves a half-made pair that is finished without a third', async () => {
    const { first, second } = await replicas();
    const half = await bench.running(bench.process(first, ['pass', 'refused'])('d'));
    expect(half).toMatchObject({ kind: 'half', draft: { step: 'ownCreated' }, error: { kind: 'invalid' } });
    expect(bench.made()).toHaveLength(1);
    expect(await bench.running(bench.process(second)('d'))).toMatchObject({ kind: 'done' });
    expect(bench.made()).toHaveLength(2);
  });

  it('a half-made pair that was connected elsewhere meanwhile is found, without a third', async () => {
    const { first, second } = await replicas();
    const half = await bench.running(bench.process(first, ['pass', 'refused'])('d'));
    expect(half).toMatchObject({ kind: 'half' });
    const engagementId = bench.made()[0]?.engagementId ?? '';
    bench.sandbox.world.referrals.create({ id: 'from the portal', engagementId, type: 'Shared' }, 'somebody');
    expect(await bench.running(bench.process(second)('d'))).toMatchObject({ kind: 'done', draft: { step: 'done' } });
    expect(bench.made()).toHaveLength(2);
  });

  it.each([
    ['first', ['late'], 'uncertain'],
    ['second', ['pass', 'late'], 'half'],
  ] as const)(
    'a %s POST that is carried out after everybody stopped waiting is not sent again meanwhile',
    async (_which, fates, kind) => {
      const { first, second } = await replicas();
      const created = bench.process(first, fates)('d');
      const step = async () => (await second.drafts.find('d'))?.step ?? '';
      await bench.until('it is sent', async () => (await step()).startsWith('sending') && bench.isOnItsWay());
      await bench.clock.jump(20_000);
      expect(await created).toMatchObject({ kind });
      const resumed = bench.process(second)('d');
      await bench.until('it waits', async () => (await step()) !== '' && bench.clock.nextWake() !== undefined);
      await bench.arrive();
      expect(await bench.running(resumed)).toMatchObject({ kind: 'done' });
      expect(bench.made()).toHaveLength(2);
    },
  );

  it('a refused first step leaves nothing, and can be confirmed again', async () => {
    const { first } = await replicas();
    const create = bench.process(first, ['refused']);
    await expect(bench.running(create('d'))).rejects.toMatchObject({ kind: 'invalid' });
    expect(await first.drafts.find('d')).toMatchObject({ step: 'asked' });
    expect(await bench.running(create('d'))).toMatchObject({ kind: 'done' });
    expect(bench.made()).toHaveLength(2);
  });

  it('writes what was begun and how it ended into the audit trail', async () => {
    const { first } = await replicas();
    await bench.running(bench.process(first)('d'));
    const entries = await first.audit.page(0, 10);
    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'referral.create begun',
      'referral.create done',
      'referral.create begun',
      'referral.create done',
    ]);
    expect(entries.map(({ subject }) => subject)).toEqual(['d', ...Array(3).fill(bench.made()[0]?.id)]);
    expect(entries[0]).toMatchObject({ actorName: 'Megan Bowen', referenceId: 'PD-1', conversationId: 'c' });
  });
});
