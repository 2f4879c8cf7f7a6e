import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { MessagesDoor, type Attack } from './support/messagesDoor';

let door: MessagesDoor;

beforeAll(async () => {
  door = await MessagesDoor.open();
});
afterAll(() => door.close());

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const withText = (text: string) => JSON.stringify(door.activity()).replace('"help"', text);
const foreign = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';
const own = () => door.secured.desk.teams.tenantId;

const attacks: [string, number, string, () => Attack][] = [
  ['nothing', 400, 'notJson', () => ({ body: '' })],
  ['half an object', 400, 'notJson', () => ({ body: '{"type":"message"' })],
  ['bytes that are no text', 400, 'notJson', () => ({ body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) })],
  ['null', 400, 'malformedActivity', () => ({ body: 'null' })],
  ['a list', 400, 'malformedActivity', () => ({ body: '[]' })],
  ['a number', 400, 'malformedActivity', () => ({ body: '1e999' })],
  [
    'an object that would be every prototype',
    400,
    'malformedActivity',
    () => ({ body: '{"__proto__":{"type":"message","serviceUrl":"https://x"}}' }),
  ],
  ['no sender', 400, 'malformedActivity', () => ({ body: door.activity({ from: undefined }) })],
  ['a sender that is a list', 400, 'malformedActivity', () => ({ body: door.activity({ from: [] }) })],
  ['no conversation', 400, 'malformedActivity', () => ({ body: door.activity({ conversation: null }) })],
  ['a type that is an object', 400, 'malformedActivity', () => ({ body: door.activity({ type: { toString: 1 } }) })],
  ['no service URL', 400, 'malformedActivity', () => ({ body: door.activity({ serviceUrl: undefined }) })],
  ['a service URL that is a word', 400, 'malformedActivity', () => ({ body: door.activity({ serviceUrl: 'teams' }) })],
  ['fifty thousand levels', 400, 'tooDeep', () => ({ body: nested(50_000) })],
  ['an activity with two hundred levels', 400, 'tooDeep', () => ({ body: withText(nested(200)) })],
  ['quotes without an end', 400, 'notJson', () => ({ body: `{"a":"${'\\"'.repeat(200_000)}` })],
  ['more than a megabyte', 413, 'tooLarge', () => ({ body: withText(`"${'x'.repeat(1_100_000)}"`) })],
  ['a packed body', 415, 'wrongType', () => ({ body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } })],
  [
    'a form',
    415,
    'wrongType',
    () => ({ body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  ],
  ['no type', 415, 'wrongType', () => ({ body: '{}', headers: { 'content-type': '' } })],
];

it.each(attacks)('%s -> %i %s', async (_what, status, reason, make) => {
  expect(await door.attack(make())).toEqual({ status, counted: [reason], effects: 0 });
});

it('cuts a body that does not come to an end', async () => {
  const { desk } = door.secured;
  const authorization = await door.bearer();
  const socket = connect(desk.app.port, '127.0.0.1');
  let answer = '';
  let cut = false;
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString())).on('close', () => (cut = true));
  const head = ['POST /api/messages HTTP/1.1', 'host: desk', 'content-type: application/json', 'content-length: 500'];
  socket.write(`${head.join('\r\n')}\r\nauthorization: ${authorization}\r\n\r\n{"type":`);
  await desk.until('it is cut', () => cut);
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
});

describe('an activity with a good token of Teams', () => {
  const evil = 'https://evil.example/';
  const elsewhere: [string, number, string, () => Promise<Attack> | Attack][] = [
    [
      'names another service URL than the token',
      401,
      'otherServiceUrl',
      () => ({ body: door.activity({ serviceUrl: evil }) }),
    ],
    [
      'names a path more than the token',
      401,
      'otherServiceUrl',
      () => ({ body: door.activity({ serviceUrl: `${door.serviceUrl}amer/` }) }),
    ],
    [
      'names a host that is not allowed, as the token does',
      403,
      'serviceUrlNotAllowed',
      async () => ({
        authorization: await door.bearer({ serviceUrl: evil }),
        body: door.activity({ serviceUrl: evil }),
      }),
    ],
    [
      'names a host that only begins like one of Teams',
      403,
      'serviceUrlNotAllowed',
      async () => {
        const serviceUrl = 'https://smba.trafficmanager.net.evil.example/';
        return { authorization: await door.bearer({ serviceUrl }), body: door.activity({ serviceUrl }) };
      },
    ],
    [
      'hides another host behind a user name',
      403,
      'serviceUrlNotAllowed',
      async () => {
        const serviceUrl = 'https://smba.trafficmanager.net@evil.example/';
        return { authorization: await door.bearer({ serviceUrl }), body: door.activity({ serviceUrl }) };
      },
    ],
    [
      'names a host of Teams without https',
      403,
      'serviceUrlNotAllowed',
      async () => {
        const serviceUrl = 'http://smba.trafficmanager.net/';
        return { authorization: await door.bearer({ serviceUrl }), body: door.activity({ serviceUrl }) };
      },
    ],
    [
      'is of another tenant',
      403,
      'otherTenant',
      () => ({
        body: door.activity({ conversation: door.conversation(foreign), channelData: { tenant: { id: foreign } } }),
      }),
    ],
    [
      'names two tenants',
      403,
      'otherTenant',
      () => ({
        body: door.activity({ conversation: door.conversation(own()), channelData: { tenant: { id: foreign } } }),
      }),
    ],
    [
      'names no tenant',
      403,
      'otherTenant',
      () => ({ body: door.activity({ conversation: door.conversation(), channelData: {} }) }),
    ],
    [
      'is of another channel that the key speaks for',
      403,
      'otherTenant',
      () => ({ body: door.activity({ channelId: 'webchat' }) }),
    ],
    [
      'is of a channel that the key does not speak for',
      401,
      'notEndorsed',
      () => ({ body: door.activity({ channelId: 'emulator' }) }),
    ],
  ];

  it.each(elsewhere)('%s -> %i %s', async (_what, status, reason, make) => {
    expect(await door.attack(await make())).toEqual({ status, counted: [reason], effects: 0 });
  });

  it('is refused when it comes again after its token ended', async () => {
    const authorization = await door.bearer();
    expect((await door.attack({ authorization })).status).toBe(200);
    await door.secured.desk.clock.jump(3_901_000);
    expect(await door.attack({ authorization })).toEqual({ status: 401, counted: ['expired'], effects: 0 });
  });

  it('does nothing on behalf of a person whom Teams does not name', async () => {
    const before = door.secured.desk.sandbox.world.requests().length;
    const body = door.activity({ text: 'referrals', from: { id: '29:nobody' } });
    expect((await door.attack({ body })).status).toBe(200);
    expect(
      door.secured.desk.sandbox.world
        .requests()
        .slice(before)
        .filter(({ who }) => who !== 'service'),
    ).toEqual([]);
  });
});

it('still answers after all that', async () => {
  expect((await fetch(`http://127.0.0.1:${door.secured.desk.app.port}/healthz`)).status).toBe(200);
  expect(await door.attack({})).toMatchObject({ status: 200, counted: [] });
});
