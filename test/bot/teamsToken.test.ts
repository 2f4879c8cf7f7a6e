import { createSecretKey } from 'node:crypto';
import { SignJWT, type CryptoKey } from 'jose';
import { teamsTokenCheck } from '../../src/bot/teamsToken';
import { TestClock } from '../support/testClock';

const clock = new TestClock();
const secret = createSecretKey(Buffer.from('a key that both sides know, of some length'));
const found = { issuer: 'https://api.botframework.com', endorsements: ['msteams'] };

it.each(['HS256', 'HS384', 'HS512'])('a token with %s is refused, whatever key is found for it', async (alg) => {
  const keys = new Map([['x', { key: secret as unknown as CryptoKey, endorsements: found.endorsements }]]);
  const check = teamsTokenCheck({ id: 'b0t' }, () => Promise.resolve({ issuer: found.issuer, keys }), clock);
  const forged = await new SignJWT({ serviceurl: 'https://smba.trafficmanager.net/' })
    .setProtectedHeader({ alg, kid: 'x' })
    .setIssuer(found.issuer)
    .setAudience('b0t')
    .setExpirationTime(Math.floor(clock.now() / 1000) + 3600)
    .sign(secret);
  await expect(check(`Bearer ${forged}`)).rejects.toMatchObject({ problem: 'wrongAlgorithm' });
});
