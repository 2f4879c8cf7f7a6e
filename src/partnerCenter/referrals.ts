import { z } from 'zod/v4';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { defaultTimeoutMs, type Answer, type Call } from './call';
import { parseAnswer } from './parseAnswer';
import { parseItems } from './parseItems';
import type { PartnerCenter, ReferralQuery } from './partnerCenter';
import { PartnerCenterError } from './partnerCenterError';
import { pathSegment } from './pathSegment';
import { referralSchema, type Referral } from './referral';
import { skipToken } from './skipToken';

type Referrals = Pick<PartnerCenter, 'listReferrals' | 'getReferral' | 'patchReferral' | 'createReferral'>;

const audience = 'referrals';
const path = '/engagements/referrals';
/** An answer without `value` is no list: taken for an empty one, it would say that there is nothing. */
const pageSchema = z.looseObject({ value: z.array(z.unknown()).nullable(), '@odata.nextLink': z.unknown() });

/** The referrals resource. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals */
export function referrals(call: Call, { log, clock }: { log: Log; clock: Clock }): Referrals {
  const get = async (...[tokens, id, options]: Parameters<Referrals['getReferral']>): Promise<Referral> => {
    const name = `GET ${path}/{id}`;
    const spec = { name, audience, method: 'GET', path: `${path}/${pathSegment(id, name)}` } as const;
    return oneReferral(await call(tokens, spec, options));
  };
  return {
    async *listReferrals(tokens, query, options) {
      const name = `GET ${path}`;
      const followed = new Set<string>();
      let search = searchOf(query);
      let left = query.top ?? Infinity;
      for (;;) {
        const answer = await call(tokens, { name, audience, method: 'GET', path: path + search }, options);
        const page = parseAnswer(pageSchema, answer);
        const items = (page.value ?? []).slice(0, left);
        yield parseItems(referralSchema, items, name, log);
        left -= items.length;
        if (left <= 0) return;
        const token = skipToken(page['@odata.nextLink'], answer.facts);
        if (token === undefined) return;
        if (followed.has(token)) {
          const facts = { ...answer.facts, kind: 'unexpectedAnswer' } as const;
          throw new PartnerCenterError('A next page leads back to one that was read', facts);
        }
        followed.add(token);
        search = `?$skiptoken=${token}`;
      }
    },
    getReferral: get,
    async patchReferral(tokens, id, eTag, operations, options) {
      const name = `PATCH ${path}/{id}`;
      const deadline = clock.now() + (options?.timeoutMs ?? defaultTimeoutMs);
      const headers = { Prefer: 'return=representation', ...(eTag ? { 'If-Match': eTag } : {}) };
      const spec = { name, audience, method: 'PATCH', path: `${path}/${pathSegment(id, name)}`, headers } as const;
      const answer = await call(tokens, { ...spec, body: operations }, options);
      if (answer.json !== undefined) return oneReferral(answer);
      try {
        return await get(tokens, id, { ...options, timeoutMs: deadline - clock.now() });
      } catch (cause) {
        // It was done: a refusal of the GET must not read as a refusal of the PATCH.
        const facts = { ...answer.facts, kind: 'unexpectedAnswer', cause } as const;
        throw new PartnerCenterError('Done, but what became of it could not be read', facts);
      }
    },
    async createReferral(tokens, body, options) {
      const spec = { name: `POST ${path}`, audience, method: 'POST', path, body } as const;
      return oneReferral(await call(tokens, spec, options));
    },
  };
}

/** A referral with its eTag, from the header where the body leaves it out. */
function oneReferral(answer: Answer): Referral {
  const referral = parseAnswer(referralSchema, answer);
  return referral.eTag || !answer.eTag ? referral : { ...referral, eTag: answer.eTag };
}

function searchOf({ filter, orderby, top, select }: ReferralQuery): string {
  const options: [string, string | undefined][] = [
    ['$select', select?.join(',')],
    ['$filter', filter],
    ['$orderby', orderby],
    ['$top', top?.toString()],
  ];
  const given = options.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value.toWellFormed())}`],
  );
  return given.length ? `?${given.join('&')}` : '';
}
