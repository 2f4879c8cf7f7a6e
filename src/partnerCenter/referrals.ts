import { z } from 'zod/v4';
import type { Log } from '../lib/log';
import type { Call } from './call';
import { parseAnswer } from './parseAnswer';
import { parseItems } from './parseItems';
import type { PartnerCenter, ReferralQuery } from './partnerCenter';
import { PartnerCenterError } from './partnerCenterError';
import { referralSchema, type Referral } from './referral';
import { skipToken } from './skipToken';

type Referrals = Pick<PartnerCenter, 'listReferrals' | 'getReferral' | 'patchReferral' | 'createReferral'>;

const audience = 'referrals';
const path = '/engagements/referrals';
const pageSchema = z.looseObject({ value: z.array(z.unknown()).nullish(), '@odata.nextLink': z.unknown() });
const pathOf = (id: string): string => `${path}/${encodeURIComponent(id)}`;

/** The referrals resource. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals */
export function referrals(call: Call, log: Log): Referrals {
  const get = async (...[tokens, id, options]: Parameters<Referrals['getReferral']>): Promise<Referral> => {
    const name = `GET ${path}/{id}`;
    const { json } = await call(tokens, { name, audience, method: 'GET', path: pathOf(id) }, options);
    return parseAnswer(referralSchema, json, name);
  };
  return {
    async *listReferrals(tokens, query, options) {
      const name = `GET ${path}`;
      const followed = new Set<string>();
      let search: string | undefined = searchOf(query);
      while (search !== undefined) {
        const { json } = await call(tokens, { name, audience, method: 'GET', path: path + search }, options);
        const page = parseAnswer(pageSchema, json, name);
        yield parseItems(referralSchema, page.value ?? [], name, log);
        const token = skipToken(page['@odata.nextLink']);
        if (token !== undefined && followed.has(token)) {
          throw new PartnerCenterError('A next page leads back to one that was read', {
            kind: 'unexpectedAnswer',
            call: name,
          });
        }
        followed.add(token ?? '');
        search = token ? `?$skiptoken=${encodeURIComponent(token)}` : undefined;
      }
    },
    getReferral: get,
    async patchReferral(tokens, id, eTag, operations, options) {
      const name = `PATCH ${path}/{id}`;
      const headers = { Prefer: 'return=representation', ...(eTag ? { 'If-Match': eTag } : {}) };
      const spec = { name, audience, method: 'PATCH', path: pathOf(id), headers, body: operations } as const;
      const { json } = await call(tokens, spec, options);
      // 204: it was done, and the state after it has to be asked for.
      return json === undefined ? get(tokens, id, options) : parseAnswer(referralSchema, json, name);
    },
    async createReferral(tokens, body, options) {
      const name = `POST ${path}`;
      const { json } = await call(tokens, { name, audience, method: 'POST', path, body }, options);
      return parseAnswer(referralSchema, json, name);
    },
  };
}

function searchOf({ filter, orderby, top, select }: ReferralQuery): string {
  const options: [string, string | undefined][] = [
    ['$select', select?.join(',')],
    ['$filter', filter],
    ['$orderby', orderby],
    ['$top', top?.toString()],
  ];
  const given = options.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return given.length ? `?${given.join('&')}` : '';
}
