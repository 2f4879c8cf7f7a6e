import { engagementFilter } from '../../src/partnerCenter/engagementFilter';
import { megan, pagesOf, useClient } from './support/useClient';

const bench = useClient();

it('related referrals are asked for by the engagement, in quotes', async () => {
  bench.reply({ body: '{"value":[{"id":"a"},{"id":"b"}]}' });
  const filter = engagementFilter('37ef26aa-1d15-4533-9f93-a69bd33ab1e5');
  expect(await pagesOf(bench.client.listReferrals(megan, { filter }))).toEqual([[{ id: 'a' }, { id: 'b' }]]);
  const asked = new URL(bench.replay.requests[0]?.url ?? '', 'http://x').searchParams;
  expect(asked.get('$filter')).toBe("engagementId eq '37ef26aa-1d15-4533-9f93-a69bd33ab1e5'");
});
