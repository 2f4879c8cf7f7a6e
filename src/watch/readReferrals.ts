import { engagementFilter } from '../partnerCenter/engagementFilter';
import type { CallOptions } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import { serviceTicks } from '../partnerCenter/serviceTime';
import { referralFilters } from '../referrals/referralFilters';
import type { LookDeps } from './look';

/**
 * The page with every `direction`. A list may show few fields, as the documented ones do: where it leaves this one out, it is
 * what was known before, and of what is not known and not closed one more question tells it.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 */
export async function withDirections(
  page: readonly Referral[],
  deps: LookDeps,
  options: CallOptions,
): Promise<Referral[]> {
  const silent = page.filter(({ direction }) => !direction);
  if (silent.length === 0) return [...page];
  const known = await deps.store.ledger.findMany(silent.map(({ id }) => id));
  const told: Referral[] = [];
  for (const referral of page) {
    const entry = known.get(referral.id);
    const direction =
      referral.direction ?? (entry ? entry.referral.direction : await askedDirection(referral, deps, options));
    told.push({ ...referral, direction: direction ?? 'Incoming' });
  }
  return told;
}

async function askedDirection(
  { id, engagementId, status }: Referral,
  { partnerCenter, tokens }: LookDeps,
  options: CallOptions,
): Promise<string | undefined> {
  if (!engagementId || status === 'Closed') return undefined;
  const query = { filter: `${engagementFilter(engagementId)} and ${referralFilters.outgoing}` };
  for await (const page of partnerCenter.listReferrals(tokens, query, options)) {
    if (page.some((referral) => referral.id === id)) return 'Outgoing';
  }
  return undefined;
}

/** The latest `updatedDateTime` of all, as it was written; undefined where there is none. */
export function highestUpdate(referrals: Iterable<Referral>): string | undefined {
  let highest: string | undefined;
  for (const { updatedDateTime } of referrals) {
    const ticks = serviceTicks(updatedDateTime);
    if (ticks !== undefined && ticks > (serviceTicks(highest) ?? -1n)) highest = updatedDateTime ?? undefined;
  }
  return highest;
}
