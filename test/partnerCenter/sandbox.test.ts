import * as fc from 'fast-check';
import { type Sandbox, startSandbox } from '../../sandbox/startSandbox';
import { sandboxTokens } from '../../src/identity/sandboxTokens';
import type { PartnerCenter } from '../../src/partnerCenter/partnerCenter';
import { odataString } from '../../src/partnerCenter/odataString';
import { PartnerCenterError } from '../../src/partnerCenter/partnerCenterError';
import { skipToken } from '../../src/partnerCenter/skipToken';
import { all, clientOf, megan } from './support/client';

let sandbox: Sandbox;
let client: PartnerCenter;
beforeAll(async () => {
  sandbox = await startSandbox({ world: 'seeded' });
  ({ client } = clientOf(sandbox.origin));
});
afterAll(() => sandbox.close());

const alex = sandboxTokens('5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1022');
const diego = sandboxTokens('5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1024');

describe('the client against a Partner Center', () => {
  it('reads every referral over all pages, each once', async () => {
    sandbox.world.referrals.arrive({}, 230);
    const referrals = await all(client.listReferrals(megan, { orderby: 'updatedDateTime desc' }));
    expect(referrals.length).toBe(sandbox.world.referrals.all().length);
    expect(new Set(referrals.map(({ id }) => id)).size).toBe(referrals.length);
  });

  it('filters for the words of a person, quotes included', async () => {
    const email = "o'neil@contoso-partner.example";
    const [named] = sandbox.world.referrals.arrive({ team: [{ email }] });
    const found = await all(client.listReferrals(megan, { filter: `team/any(t:t/email eq ${odataString(email)})` }));
    expect(found.map(({ id }) => id)).toEqual([named?.id]);
  });

  it('decides with the eTag that it read', async () => {
    const [arrived] = sandbox.world.referrals.arrive({});
    const referral = await client.getReferral(megan, arrived?.id ?? '');
    const operations = [
      { op: 'replace', path: '/status', value: 'Active' },
      { op: 'replace', path: '/substatus', value: 'Accepted' },
    ] as const;
    const after = await client.patchReferral(megan, referral.id, referral.eTag ?? '', operations);
    expect(after).toMatchObject({ status: 'Active', substatus: 'Accepted' });
    expect(after.eTag).not.toBe(referral.eTag);
    await expect(client.patchReferral(megan, referral.id, referral.eTag ?? '', operations)).rejects.toMatchObject({
      kind: 'changed',
    });
  });

  it('sees only what the person may see', async () => {
    const [other] = sandbox.world.referrals.arrive({ team: [] });
    await expect(client.getReferral(alex, other?.id ?? '')).rejects.toMatchObject({
      kind: expect.stringMatching(/notFound|forbidden/),
    });
    await expect(all(client.listReferrals(diego, {}))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(client.findCustomers(alex, { field: 'CompanyName', startsWith: 'c' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('reads every customer over all pages, and the subscriptions of one', async () => {
    const customers = await all(client.listCustomers(megan));
    expect(customers.length).toBeGreaterThanOrEqual(240);
    expect(new Set(customers.map(({ id }) => id)).size).toBe(customers.length);
    const found = await client.findCustomers(megan, { field: 'CompanyName', startsWith: 'contoso', size: 40 });
    const id = found.customers[0]?.id ?? '';
    expect((await client.getCustomer(megan, id)).id).toBe(id);
    expect((await client.listSubscriptions(megan, id)).length).toBeGreaterThan(0);
  });
});

const facts = { call: 'GET /engagements/referrals', correlationId: 'c' };

describe('what is taken from a link', () => {
  it('is the token, exactly, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.webUrl(), (token, url) => {
        const separator = url.includes('?') ? '&' : '?';
        const link = `${url.split('#')[0]}${separator}$skiptoken=${encodeURIComponent(token)}#end`;
        expect(skipToken(link, facts)).toBe(encodeURIComponent(token));
      }),
    );
  });

  it('is never guessed: a link without one is an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (link) => {
        fc.pre(link !== null && link !== undefined && link !== '');
        fc.pre(typeof link !== 'string' || !/skiptoken/i.test(link));
        expect(() => skipToken(link, facts)).toThrow(PartnerCenterError);
      }),
    );
  });
});
