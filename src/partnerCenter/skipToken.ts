/**
 * The `$skiptoken` of an `@odata.nextLink`; undefined where there is none. Nothing else of the link is believed: in the
 * documented sample it is plain http and lacks `/engagements`.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 */
export function skipToken(nextLink: unknown): string | undefined {
  if (typeof nextLink !== 'string') return undefined;
  const query = nextLink.split('#')[0]?.split('?').slice(1).join('?') ?? '';
  const token = new URLSearchParams(query).get('$skiptoken');
  return token ?? undefined;
}
