import type { ReferralResource } from '../../sandbox/referrals/referralResource';
import { call, patch, people, referralsPath, replace, type Json } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();

function arrive(partial: Json = {}): ReferralResource {
  const [referral] = current.sandbox.world.referrals.arrive(partial);
  if (!referral) throw new Error('Nothing arrived');
  return referral;
}

const read = async (id: string) => (await call(current.sandbox, `${referralsPath}/${id}`)).body;
const accept = replace({ status: 'Active', substatus: 'Accepted' });

describe('a PATCH', () => {
  it('is answered 204 without a body, and changes status, times and eTag', async () => {
    const { id, eTag, updatedDateTime } = arrive();
    const { status, body, headers } = await patch(current.sandbox, id, accept, { ifMatch: String(eTag) });
    expect([status, body]).toEqual([204, undefined]);
    const changed = await read(id);
    expect(changed).toMatchObject({ status: 'Active', substatus: 'Accepted', eTag: headers.get('etag') });
    expect(changed.eTag).not.toBe(eTag);
    expect(String(changed.updatedDateTime) > updatedDateTime).toBe(true);
    expect(changed.acceptedDateTime).toBe(changed.updatedDateTime);
  });

  it('is answered 200 with the referral when it prefers the representation', async () => {
    const { id } = arrive();
    const { status, body, headers } = await patch(current.sandbox, id, accept, { representation: true });
    expect(status).toBe(200);
    expect(body).toEqual(await read(id));
    expect(headers.get('preference-applied')).toBe('return=representation');
  });

  it('goes through without If-Match, or with *', async () => {
    const { id } = arrive();
    expect((await patch(current.sandbox, id, replace({ name: 'a' }))).status).toBe(204);
    expect((await patch(current.sandbox, id, replace({ name: 'b' }), { ifMatch: '*' })).status).toBe(204);
  });

  it.each([
    ['an older eTag', (eTag: string) => eTag],
    ['the eTag without its quotes', (eTag: string) => eTag.slice(1, -1)],
  ])('with %s is refused with 412 and changes nothing', async (_what, spell) => {
    const { id, eTag } = arrive();
    current.sandbox.world.referrals.changeInPortal(id, { name: 'someone was faster' });
    const before = await read(id);
    const ifMatch = spell(String(_what === 'an older eTag' ? eTag : before.eTag));
    const { status, body } = await patch(current.sandbox, id, accept, { ifMatch });
    expect(status).toBe(412);
    expect(body).toMatchObject({ error: { code: 'preconditionFailed', innerError: { code: 'resourceModified' } } });
    expect(await read(id)).toEqual(before);
  });

  it('leaves its author, its time and what it changed in the history', async () => {
    const { id, status, substatus } = arrive();
    await patch(current.sandbox, id, accept, { who: people.megan });
    const { updatedDateTime } = await read(id);
    expect(current.sandbox.world.history(id).at(-1)).toEqual({
      at: updatedDateTime,
      by: 'Megan Bowen',
      how: 'api',
      changes: [
        { path: '/status', before: status, after: 'Active' },
        { path: '/substatus', before: substatus, after: 'Accepted' },
      ],
    });
  });
});

describe('the transition table', () => {
  const pairs = [
    ['New', 'Pending'],
    ['New', 'Received'],
    ['Active', 'Accepted'],
    ['Closed', 'Won'],
    ['Closed', 'Lost'],
    ['Closed', 'Declined'],
    ['Closed', 'Expired'],
    ['Active', 'Won'],
    ['New', 'Accepted'],
    ['Closed', 'Accepted'],
    ['Paused', 'Pending'],
  ] as const;
  const allowed: Record<string, string[]> = {
    'New/Pending': ['New/Received', 'Active/Accepted', 'Closed/Won', 'Closed/Lost', 'Closed/Declined', 'New/Pending'],
    'New/Received': ['New/Pending', 'Active/Accepted', 'Closed/Won', 'Closed/Lost', 'Closed/Declined', 'New/Received'],
    'Active/Accepted': ['Closed/Won', 'Closed/Lost', 'Closed/Declined', 'Active/Accepted'],
    'Closed/Won': [],
    'Closed/Lost': [],
    'Closed/Declined': [],
    'Closed/Expired': [],
  };

  const refused = '400 invalidRequest';

  it.each(Object.keys(allowed))('from %s allows what is documented and refuses the rest', async (from) => {
    const [status, substatus] = from.split('/');
    const answers: Record<string, string> = {};
    for (const [toStatus, toSubstatus] of pairs) {
      const { id } = arrive({ status, substatus });
      const answer = await patch(current.sandbox, id, replace({ status: toStatus, substatus: toSubstatus }));
      answers[`${toStatus}/${toSubstatus}`] = [answer.status, (answer.body?.error as Json)?.code].join(' ').trim();
    }
    const expected = pairs
      .map((pair) => pair.join('/'))
      .map((to) => [to, allowed[from]?.includes(to) ? '204' : refused]);
    expect(answers).toEqual(Object.fromEntries(expected));
  });

  it('refuses a status without its substatus, in the documented error shape', async () => {
    const { id } = arrive();
    const { status, body } = await patch(current.sandbox, id, replace({ status: 'Active' }));
    expect(status).toBe(400);
    expect(body).toEqual({
      error: {
        code: 'invalidRequest',
        message: expect.any(String),
        target: 'status',
        innerError: { code: 'invalidStatusTransition', message: expect.stringContaining('Active/Pending') },
      },
    });
  });

  it('lets nothing of a closed referral be changed', async () => {
    const { id } = arrive({ status: 'Closed', substatus: 'Won' });
    for (const change of [{ 'details/notes': 'late' }, { 'details/dealValue': 1 }, { statusReason: 'x' }]) {
      expect((await patch(current.sandbox, id, replace(change))).status).toBe(400);
    }
  });

  it('notes when a referral was closed', async () => {
    const { id } = arrive();
    await patch(current.sandbox, id, replace({ status: 'Closed', substatus: 'Declined' }));
    const { closedDateTime, updatedDateTime, acceptedDateTime } = await read(id);
    expect([closedDateTime, acceptedDateTime]).toEqual([updatedDateTime, null]);
  });
});

describe('JSON Patch', () => {
  it.each<[string, unknown]>([
    ['a merge-style object', { status: 'Active', substatus: 'Accepted' }],
    ['no operation', []],
    ['remove', [{ op: 'remove', path: '/statusReason' }]],
    ['test', [{ op: 'test', path: '/status', value: 'New' }]],
    ['move', [{ op: 'move', from: '/name', path: '/statusReason' }]],
    ['copy', [{ op: 'copy', from: '/name', path: '/statusReason' }]],
    ['an operation without a value', [{ op: 'add', path: '/name' }]],
    ['an unknown member', [{ op: 'add', path: '/name', value: 'x', extra: 1 }]],
    ['a path without a slash', [{ op: 'add', path: 'name', value: 'x' }]],
    ['the whole document', [{ op: 'replace', path: '', value: {} }]],
    ['an unknown property', [{ op: 'add', path: '/notes', value: 'x' }]],
    ['the id', [{ op: 'replace', path: '/id', value: 'x' }]],
    ['the eTag', [{ op: 'replace', path: '/eTag', value: 'x' }]],
    ['replace of a property that is not there', [{ op: 'replace', path: '/details/incentiveLevel', value: 'Gold' }]],
    ['add below a property that is not there', [{ op: 'add', path: '/details/nothing/here', value: 1 }]],
    ['an index past the end', [{ op: 'replace', path: '/team/99', value: {} }]],
    ['replace of the place after the last', [{ op: 'replace', path: '/team/-', value: {} }]],
    ['the prototype', [{ op: 'add', path: '/details/__proto__', value: { dealValue: 1 } }]],
    ['details that are no object', [{ op: 'replace', path: '/details', value: 'x' }]],
    ['a deal value in words', [{ op: 'add', path: '/details/dealValue', value: 'a lot' }]],
    ['a deal value with separators', [{ op: 'add', path: '/details/dealValue', value: '10,000' }]],
    ['a negative deal value', [{ op: 'add', path: '/details/dealValue', value: -1 }]],
    ['a currency that is none', [{ op: 'add', path: '/details/currency', value: 'dollars' }]],
    ['a closing date that is none', [{ op: 'add', path: '/details/closingDateTime', value: 'soon' }]],
    ['notes that are no text', [{ op: 'add', path: '/details/notes', value: 7 }]],
    ['broken JSON', '[{"op":'],
  ])('with %s is refused with 400 and changes nothing', async (_what, operations) => {
    const { id } = arrive();
    const before = await read(id);
    const { status, body } = await patch(current.sandbox, id, operations);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalidRequest' } });
    expect(await read(id)).toEqual(before);
  });

  it('is all or nothing', async () => {
    const { id, name } = arrive();
    const { status } = await patch(current.sandbox, id, replace({ name: 'new', 'details/nothing': 1 }));
    expect(status).toBe(400);
    expect(await read(id)).toMatchObject({ name });
  });

  it.each([[10_000], ['10000'], ['10000.00']])('takes the deal value %j as a number', async (dealValue) => {
    const { id } = arrive();
    expect((await patch(current.sandbox, id, replace({ 'details/dealValue': dealValue }))).status).toBe(204);
    expect(await read(id)).toMatchObject({ details: { dealValue: 10_000 } });
  });

  it('leaves alone what it does not touch, odd as it may be', async () => {
    const { id } = arrive({ details: { dealValue: '7250000.50', currency: '' } });
    expect((await patch(current.sandbox, id, replace({ 'details/notes': 'seen' }))).status).toBe(204);
    expect(await read(id)).toMatchObject({ details: { dealValue: '7250000.50', currency: '', notes: 'seen' } });
  });

  it('overwrites with add, and adds to the end of a list', async () => {
    const { id } = arrive({ team: [{ email: 'a@contoso.example' }], statusReason: 'old' });
    const member = { firstName: 'Sue', lastName: 'Smith', email: 'sue@contoso.example', phoneNumber: '1' };
    const operations = [
      { op: 'add', path: '/statusReason', value: 'Budget insufficient' },
      { op: 'add', path: '/team/-', value: member },
      { op: 'add', path: '/team/0', value: { email: 'first@contoso.example' } },
      { op: 'replace', path: '/team/1/email', value: 'b@contoso.example' },
      { op: 'add', path: '/details/a~1b~0c', value: 1 },
    ];
    expect((await patch(current.sandbox, id, operations)).status).toBe(204);
    expect(await read(id)).toMatchObject({
      statusReason: 'Budget insufficient',
      team: [{ email: 'first@contoso.example' }, { email: 'b@contoso.example' }, member],
      details: { 'a/b~c': 1 },
    });
  });

  it.each(['application/json-patch+json', 'text/plain'])('sent as %s is refused with 415', async (type) => {
    const { id } = arrive();
    const { status, body } = await call(current.sandbox, `${referralsPath}/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': type },
      body: accept,
    });
    expect(status).toBe(415);
    expect(body).toMatchObject({ error: { code: 'invalidRequest' } });
  });

  it('takes a charset beside the content type', async () => {
    const { id } = arrive();
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    const request = { method: 'PATCH', headers, body: accept };
    expect((await call(current.sandbox, `${referralsPath}/${id}`, request)).status).toBe(204);
  });
});

it('answers 404 for a referral that does not exist', async () => {
  const { status, body } = await patch(current.sandbox, 'c5fbb3b6-be74-4795-9fb5-4324c73fed37', accept);
  expect(status).toBe(404);
  expect(body).toMatchObject({ error: { code: 'itemNotFound' } });
});
