import { SignJWT } from 'jose';
import { createKey, signWith, SigningKeys } from '../support/entra/signingKeys';
import { botId } from '../support/entra/securedDesk';
import { MessagesDoor } from './support/messagesDoor';

let door: MessagesDoor;

beforeAll(async () => {
  door = await MessagesDoor.open();
});
afterAll(() => door.close());

const seconds = () => Math.floor(door.secured.desk.clock.now() / 1000);
const claims = () => ({
  iss: 'https://api.botframework.com',
  aud: botId,
  serviceurl: door.serviceUrl,
  nbf: seconds(),
  exp: seconds() + 3600,
});
const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const header = (changes: object) => ({
  alg: 'RS256',
  typ: 'JWT',
  kid: door.secured.botFramework.keys.current.kid,
  ...changes,
});
it('lets in what Teams signed for this bot', async () => {
  expect(await door.attack({})).toMatchObject({ status: 200, counted: [] });
});

const forged: [string, string, () => Promise<string | null> | string | null][] = [
  ['no header at all', 'noToken', () => null],
  ['an empty header', 'noToken', () => ''],
  ['another scheme', 'malformedToken', () => 'Basic bWVnYW46cGFzc3dvcmQ='],
  ['a bearer without a token', 'malformedToken', () => 'Bearer '],
  ['a word for a token', 'malformedToken', () => 'Bearer letmein'],
  ['a token of two parts', 'malformedToken', () => `Bearer ${encode(header({}))}.${encode(claims())}`],
  ['a token of five parts', 'malformedToken', () => 'Bearer a.b.c.d.e'],
  ['a header that is not JSON', 'malformedToken', () => `Bearer bm90anNvbg.${encode(claims())}.c2ln`],
  ['two tokens in one header', 'malformedToken', async () => `${await door.bearer()}, ${await door.bearer()}`],
  ['a token of ten thousand characters', 'malformedToken', () => `Bearer ${'a'.repeat(10_000)}.b`],
  [
    'a token of the sandbox',
    'malformedToken',
    () => `Bearer sandbox.referrals.${door.secured.desk.megan.aadObjectId}!`,
  ],
  ['alg none without a signature', 'wrongAlgorithm', () => door.bearer({ forged: 'none' })],
  [
    'alg None in another case',
    'wrongAlgorithm',
    () => `Bearer ${encode(header({ alg: 'nOnE' }))}.${encode(claims())}.`,
  ],
  ['HS256 with the public key as the secret', 'wrongAlgorithm', () => door.bearer({ forged: 'hs256WithPublicKey' })],
  [
    'RS512, which Bot Framework does not use',
    'wrongAlgorithm',
    () => `Bearer ${encode(header({ alg: 'RS512' }))}.${encode(claims())}.c2ln`,
  ],
  ['no algorithm', 'wrongAlgorithm', () => `Bearer ${encode({ typ: 'JWT' })}.${encode(claims())}.c2ln`],
  ['RS256 without a signature', 'wrongSignature', () => door.bearer({ forged: 'unsigned' })],
  ['claims that were changed afterwards', 'wrongSignature', () => door.bearer({ forged: 'changedAfterwards' })],
  ['another key by the same name', 'wrongSignature', () => door.bearer({ forged: 'otherKeySameKid' })],
  ['a key that nobody published', 'unknownKey', () => door.bearer({ forged: 'unknownKid' })],
  [
    'a key that is a path',
    'unknownKey',
    () => `Bearer ${encode(header({ kid: '../../etc/passwd' }))}.${encode(claims())}.c2ln`,
  ],
  ['no key at all', 'unknownKey', () => `Bearer ${encode({ alg: 'RS256' })}.${encode(claims())}.c2ln`],
  [
    'its own key in the header',
    'wrongSignature',
    async () => {
      const { privateKey, publicJwk } = await createKey('own');
      return `Bearer ${await new SignJWT(claims()).setProtectedHeader({ ...header({ jwk: publicJwk }), alg: 'RS256' }).sign(privateKey)}`;
    },
  ],
  [
    'a critical extension that nobody knows',
    'malformedToken',
    () => `Bearer ${encode(header({ crit: ['x'], x: 1 }))}.${encode(claims())}.c2ln`,
  ],
  ['a token of another issuer', 'wrongIssuer', () => door.bearer({ claims: { iss: 'https://evil.example' } })],
  [
    'an issuer with a slash more',
    'wrongIssuer',
    () => door.bearer({ claims: { iss: 'https://api.botframework.com/' } }),
  ],
  ['no issuer', 'missingClaim', () => door.bearer({ claims: { iss: undefined } })],
  ['a token for another bot', 'wrongAudience', () => door.bearer({ botId: 'ffffffff-2d34-4c57-9f10-a1b2c3d4e5f6' })],
  ['a token for no bot', 'missingClaim', () => door.bearer({ claims: { aud: undefined } })],
  ['a token that is over', 'expired', () => door.bearer({ claims: { exp: seconds() - 301 } })],
  ['a token without an end', 'missingClaim', () => door.bearer({ claims: { exp: undefined } })],
  ['a token that ends with a word', 'missingClaim', () => door.bearer({ claims: { exp: 'never' as never } })],
  ['a token of the future', 'notYetValid', () => door.bearer({ claims: { nbf: seconds() + 301 } })],
  ['a token without a service URL', 'missingClaim', () => door.bearer({ claims: { serviceurl: undefined } })],
  [
    'a token that Entra gave to the bot itself, for Teams',
    'unknownKey',
    async () => {
      const { entra, bot } = door.secured;
      const claimsOfBot = { aud: 'https://api.botframework.com', iss: entra.state.issuer(bot.tid), appid: botId };
      return `Bearer ${await entra.state.keys.sign({ ...claims(), ...claimsOfBot })}`;
    },
  ],
  [
    'a single sign-on token of a person',
    'unknownKey',
    async () => `Bearer ${await door.secured.entra.ssoToken(door.secured.entra.people.megan, door.secured.bot)}`,
  ],
  [
    'keys of a Bot Framework of its own',
    'wrongSignature',
    async () => {
      const own = await SigningKeys.create('botframework');
      return `Bearer ${await signWith(own.current, claims())}`;
    },
  ],
];

it.each(forged)('refuses %s: %s', async (_what, reason, make) => {
  expect(await door.attack({ authorization: await make() })).toEqual({ status: 401, counted: [reason], effects: 0 });
});

it('still lets Teams in after all that, and nobody made it ask for keys more than once a minute', async () => {
  expect(await door.attack({})).toMatchObject({ status: 200, counted: [] });
  expect(door.secured.botFramework.requests.length).toBeLessThanOrEqual(4);
});

it('takes clocks that differ by less than five minutes', async () => {
  // Teams takes only so many messages a second in one conversation.
  await door.secured.desk.clock.jump(10_000);
  const late = await door.bearer({ claims: { exp: seconds() - 299 } });
  const early = await door.bearer({ claims: { nbf: seconds() + 299 } });
  expect((await door.attack({ authorization: late })).status).toBe(200);
  expect((await door.attack({ authorization: early })).status).toBe(200);
});
