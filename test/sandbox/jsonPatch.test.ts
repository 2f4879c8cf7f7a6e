import { arriveAt, call, patch, readAt, referralsPath, replace, type Json } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();
const arrive = (partial?: Json) => arriveAt(current.sandbox, partial);
const read = (id: string) => readAt(current.sandbox, id);
const accept = replace({ status: 'Active', substatus: 'Accepted' });

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
