import { denial, type Asker, type Right, type PermissionRules, type Place } from '../../src/commands/permission';

const open: PermissionRules = { deciderIds: null, adminIds: null, allowedChannels: null, guests: 'off' };
const channel: Place = { id: '19:Sales@thread.tacv2', kind: 'channel', teamId: '19:Team@thread.tacv2' };
const chat: Place = { id: 'a:1', kind: 'personal', teamId: null };
const asker = (changes: Partial<Asker> = {}): Asker => ({
  id: 'AAD-1',
  standing: 'member',
  groups: () => Promise.resolve([]),
  ...changes,
});
const inGroup = (...ids: string[]) => asker({ groups: () => Promise.resolve(ids) });
const needs: Right[] = ['nothing', 'read', 'decide', 'administer'];

test.each(needs)('where nothing is narrowed a member may %s', async (need) => {
  expect(await denial(open, asker(), channel, need)).toBeUndefined();
});

const groups = () => Promise.reject(new Error('asked'));

describe.each(['decide', 'administer'] as const)('to %s', (need) => {
  const reason = need === 'decide' ? 'decider' : 'admin';
  const listed = (...ids: string[]) => ({ ...open, [need === 'decide' ? 'deciderIds' : 'adminIds']: ids });

  it('the people and the groups that are listed may, whatever the case of their ids', async () => {
    expect(await denial(listed('aad-1'), asker(), channel, need)).toBeUndefined();
    expect(await denial(listed('group-1'), inGroup('other', 'GROUP-1'), channel, need)).toBeUndefined();
  });

  it('nobody else may, and nobody at all where the list is empty', async () => {
    expect(await denial(listed('aad-2', 'group-1'), inGroup('group-2'), channel, need)).toBe(reason);
    expect(await denial(listed(), asker(), channel, need)).toBe(reason);
  });

  it('the groups are not asked for where they cannot matter', async () => {
    expect(await denial(listed('aad-1'), asker({ groups }), channel, need)).toBeUndefined();
    expect(await denial(listed(), asker({ groups }), channel, need)).toBe(reason);
    expect(await denial(listed('aad-2'), asker({ groups }), channel, 'read')).toBeUndefined();
  });
});

test.each(['guest', 'external'] as const)('somebody who is %s may do nothing unless allowed', async (standing) => {
  const them = asker({ standing });
  const listed = { deciderIds: ['aad-1'], adminIds: ['aad-2'] };
  for (const need of needs) expect(await denial({ ...open, ...listed }, them, chat, need)).toBe(standing);
  const reading = { ...open, guests: 'read' } as const;
  expect(await denial(reading, them, channel, 'read')).toBeUndefined();
  expect(await denial(reading, them, channel, 'decide')).toBe(standing);
  expect(await denial({ ...reading, ...listed }, them, channel, 'decide')).toBeUndefined();
  expect(await denial({ ...reading, ...listed }, them, channel, 'administer')).toBe(standing);
  const theirGroup = { ...them, groups: () => Promise.resolve(['group-1']) };
  expect(await denial({ ...reading, deciderIds: ['group-1'] }, theirGroup, channel, 'decide')).toBe(standing);
});

test('whoever cannot be told from a guest may do nothing, also where guests may read', async () => {
  for (const need of needs) {
    expect(await denial({ ...open, guests: 'read' }, asker({ standing: 'unknown' }), channel, need)).toBe('unknown');
  }
});

const only = (...allowedChannels: string[]) => ({ ...open, allowedChannels });

test('data is shown in the channels and teams that are allowed, in every personal chat, and nowhere else', async () => {
  expect(await denial(only('19:sales@thread.tacv2'), asker(), channel, 'read')).toBeUndefined();
  expect(await denial(only('19:TEAM@thread.tacv2'), asker(), channel, 'decide')).toBeUndefined();
  expect(await denial(only('19:other@thread.tacv2'), asker(), chat, 'read')).toBeUndefined();
  for (const need of ['read', 'decide', 'administer'] as const) {
    expect(await denial(only('19:other@thread.tacv2'), asker(), channel, need)).toBe('place');
  }
  expect(await denial(only('19:other@thread.tacv2'), asker(), channel, 'nothing')).toBeUndefined();
});
