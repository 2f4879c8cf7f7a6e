import type { Answer } from './call';
import { PartnerCenterError } from './partnerCenterError';

/**
 * The `$skiptoken` of an `@odata.nextLink`, encoded as it is there; undefined where no page follows. Nothing else of the link
 * is believed: in the documented sample it is plain http and lacks `/engagements`.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 * @throws PartnerCenterError of kind `unexpectedAnswer` for a link without one, because the rest of the list would be lost
 */
export function skipToken(nextLink: unknown, facts: Answer['facts']): string | undefined {
  if (nextLink === undefined || nextLink === null || nextLink === '') return undefined;
  const query = typeof nextLink === 'string' ? (/\?([^#]*)/.exec(nextLink)?.[1] ?? '') : '';
  const parameter = query.split('&').find((part) => /^(\$|%24)skiptoken=/i.test(part));
  if (parameter === undefined) {
    throw new PartnerCenterError('A next page cannot be reached', { ...facts, kind: 'unexpectedAnswer' });
  }
  return parameter.slice(parameter.indexOf('=') + 1) || undefined;
}
