import { call, list, people, referralsPath, type Json } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();
const ids = (referrals: Json[]) => referrals.map(({ id }) => id);
const skipToken = (body: { '@odata.nextLink'?: string }) =>
  new URL(String(body['@odata.nextLink'])).searchParams.get('$skiptoken') ?? '';

describe('$filter', () => {
  it.each<[string, boolean]>([
    ["name eq 'O''Neil'", true],
    ["name eq 'o''neil'", false],
    ['details/dealValue eq 1200.5', true],
    ["details/dealValue eq '1200.5'", false],
    ['closedDateTime eq null', true],
    ['campaignId eq null', true],
    ['name eq null', false],
    ['favorite eq false', true],
    ["  ( ( status eq 'New' ) and (name eq 'O''Neil') )", true],
    ["customerProfile/team/any(person:person/lastName eq 'Åkerlund' and person/firstName eq 'Åsa')", true],
    ["customerProfile/team/any(person:person/lastName eq 'Åkerlund' and person/firstName eq 'Bo')", false],
    ["customerProfile/name/nothing eq 'x'", false],
  ])('%s is %s', async ($filter, isFound) => {
    current.sandbox.world.referrals.arrive({
      name: "O'Neil",
      favorite: false,
      campaignId: undefined,
      details: { dealValue: 1200.5 },
      customerProfile: {
        team: [
          { firstName: 'Bo', lastName: 'Ek' },
          { firstName: 'Åsa', lastName: 'Åkerlund' },
        ],
      },
    });
    const { body } = await list(current.sandbox, { $filter });
    expect(body.value).toHaveLength(isFound ? 1 : 0);
  });
});

describe('what is not documented', () => {
  it.each<[Record<string, string>, string]>([
    [{ $filter: "status ne 'New'" }, '$filter'],
    [{ $filter: "status eq 'New' or status eq 'Active'" }, '$filter'],
    [{ $filter: "not status eq 'New'" }, '$filter'],
    [{ $filter: "contains(name,'a')" }, '$filter'],
    [{ $filter: "startswith(name,'a')" }, '$filter'],
    [{ $filter: 'updatedDateTime ge 2026-01-01T00:00:00Z' }, '$filter'],
    [{ $filter: 'details/dealValue gt 5' }, '$filter'],
    [{ $filter: 'engagementId eq 65edc0b5-3485-41b7-a17e-dfa9ef4706e2' }, '$filter'],
    [{ $filter: "Status eq 'New'" }, '$filter'],
    [{ $filter: "status eq 'New" }, '$filter'],
    [{ $filter: "(status eq 'New'" }, '$filter'],
    [{ $filter: "status eq 'New' and" }, '$filter'],
    [{ $filter: "status eq 'New' status eq 'New'" }, '$filter'],
    [{ $filter: "team/any(t:email eq 'a')" }, '$filter'],
    [{ $filter: "team/all(t:t/email eq 'a')" }, '$filter'],
    [{ $filter: '' }, '$filter'],
    [{ $orderby: 'name' }, '$orderby'],
    [{ $orderby: 'createdDateTime desc, updatedDateTime' }, '$orderby'],
    [{ $orderby: 'createdDateTime down' }, '$orderby'],
    [{ $select: 'id,nothing' }, '$select'],
    [{ $select: 'customerProfile/name' }, '$select'],
    [{ $top: '-1' }, '$top'],
    [{ $top: 'ten' }, '$top'],
    [{ $count: 'true' }, '$count'],
    [{ $skip: '5' }, '$skip'],
    [{ $expand: 'team' }, '$expand'],
    [{ $search: 'x' }, '$search'],
    [{ $skiptoken: 'garbage' }, '$skiptoken'],
  ])('%j is refused', async (options, target) => {
    const { status, body } = await list(current.sandbox, options);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalidRequest', message: expect.any(String), target } });
  });

  it('refuses an option that is given twice', async () => {
    const { status } = await call(current.sandbox, `${referralsPath}?$top=1&$top=2`);
    expect(status).toBe(400);
  });
});

describe('$orderby', () => {
  it.each(['createdDateTime', 'updatedDateTime'])(
    'sorts by %s both ways, also within a millisecond',
    async (property) => {
      const { referrals } = current.sandbox.world;
      const arrived = ids(referrals.arrive({}, 5));
      referrals.changeInPortal(String(arrived[0]), { name: 'changed' });
      const rising = property === 'createdDateTime' ? arrived : [...arrived.slice(1), arrived[0]];
      expect(ids((await list(current.sandbox, { $orderby: property })).body.value)).toEqual(rising);
      expect(ids((await list(current.sandbox, { $orderby: `${property} asc` })).body.value)).toEqual(rising);
      const falling = await list(current.sandbox, { $orderby: `${property} desc` });
      expect(ids(falling.body.value)).toEqual(rising.toReversed());
    },
  );

  it('compares times, not texts', async () => {
    const { referrals } = current.sandbox.world;
    const [early] = referrals.arrive({ createdDateTime: '2026-11-20T10:00:00Z' });
    const [late] = referrals.arrive({ createdDateTime: '2026-11-20T10:00:00.5Z' });
    const { body } = await list(current.sandbox, { $orderby: 'createdDateTime' });
    expect(ids(body.value)).toEqual([early?.id, late?.id]);
  });
});

describe('paging', () => {
  it('gives 100 per page and every referral once, the skip token alone carrying the query on', async () => {
    const arrived = ids(current.sandbox.world.referrals.arrive({}, 230));
    current.sandbox.world.referrals.arrive({ status: 'Active', substatus: 'Accepted' });
    const query = { $filter: "status eq 'New'", $orderby: 'createdDateTime desc', $select: 'id' };
    const first = await list(current.sandbox, query);
    const second = await list(current.sandbox, { $skiptoken: skipToken(first.body) });
    const third = await list(current.sandbox, { $skiptoken: skipToken(second.body) });
    const pages = [first, second, third].map(({ body }) => body);
    expect(pages.map((page) => page['@odata.count'])).toEqual([100, 100, 30]);
    expect(pages.flatMap((page) => page.value)).toEqual(arrived.toReversed().map((id) => ({ id })));
    expect(third.body).not.toHaveProperty('@odata.nextLink');
  });

  it.each([
    ['7', [7]],
    ['100', [100]],
    ['150', [100, 50]],
    ['0', [0]],
  ])('gives at most $top=%s in all', async ($top, sizes) => {
    current.sandbox.world.referrals.arrive({}, 160);
    const pages: number[] = [];
    for (let options: Record<string, string> | undefined = { $top }; options;) {
      const { body } = await list(current.sandbox, options);
      pages.push(body.value.length);
      options = body['@odata.nextLink'] ? { $skiptoken: skipToken(body) } : undefined;
    }
    expect(pages).toEqual(sizes);
  });

  it('refuses a skip token after an hour', async () => {
    current.sandbox.world.referrals.arrive({}, 100);
    const { body } = await list(current.sandbox, {});
    current.sandbox.world.clock.advance(60 * 60 * 1000);
    expect((await list(current.sandbox, { $skiptoken: skipToken(body) })).status).toBe(200);
    current.sandbox.world.clock.advance(1);
    expect((await list(current.sandbox, { $skiptoken: skipToken(body) })).status).toBe(400);
  });

  it('does not let a Referrals user see more through somebody else’s skip token', async () => {
    current.sandbox.world.referrals.arrive({ team: [] }, 120);
    const { body } = await list(current.sandbox, {}, people.megan);
    const { body: foreign } = await list(current.sandbox, { $skiptoken: skipToken(body) }, people.alex);
    expect(foreign.value).toEqual([]);
  });
});
