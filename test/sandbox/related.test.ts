import { startSandbox, type Sandbox } from '../../sandbox/startSandbox';
import { list, people } from './call';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const filtered = async ($filter: string) => (await list(sandbox, { $filter }, people.megan)).body.value;

it("an engagement's filter gives the partner's outgoing shared deal and Microsoft's copy of it", async () => {
  const outgoing = await filtered("type eq 'Shared' and direction eq 'Outgoing'");
  const own = outgoing.find(({ organizationName }) => organizationName === 'Contoso Company');
  const related = await filtered(`engagementId eq '${String(own?.engagementId)}'`);
  expect(related.map(({ organizationId }) => organizationId)).toEqual(
    expect.arrayContaining(['msft', own?.organizationId]),
  );
  expect(related).toHaveLength(2);
  expect(new Set(related.map(({ id }) => id)).size).toBe(2);
  expect(new Set(related.map(({ eTag }) => eTag)).size).toBe(2);
});

it("an engagement's filter gives the copy of the partner who invited", async () => {
  const invited = await filtered(
    "type eq 'Shared' and direction eq 'Incoming' and status eq 'Active' and qualification eq 'None'",
  );
  const related = await filtered(`engagementId eq '${String(invited[0]?.engagementId)}'`);
  const names = related.map(({ organizationName }) => organizationName);
  expect(names).toEqual(expect.arrayContaining(['Contoso Company', expect.stringMatching(/^(Trey|Litware)/)]));
});
