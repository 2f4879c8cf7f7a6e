import type { Referral } from '../partnerCenter/referral';
import { fitsConditions } from '../referrals/checkConditions';
import { isTheirs, ownOrganizationIn } from '../referrals/othersCopy';
import { referralFilters } from '../referrals/referralFilters';
import type { WatchConditions } from '../referrals/watchConditions';
import type { Desk } from './desk';
import type { Turn } from './turn';

/** Referrals that wait for an answer, with what else is to be known for their cards. */
export interface OpenReferrals {
  referrals: Referral[];
  /** Other organizations' copies of them. */
  copies: Referral[];
}

/**
 * What waits for an answer and fits one of these sets of conditions, page by page, as far as the person's own token reads it:
 * what waits for ours, and, where outgoing ones are wanted, what we shared and the other side has not answered.
 */
export async function* openReferrals(
  turn: Pick<Turn, 'tokens'>,
  desk: Desk,
  wanted: readonly WatchConditions[],
): AsyncGenerator<OpenReferrals> {
  const fits = (referral: Referral) => wanted.some((conditions) => fitsConditions(referral, conditions));
  if (wanted.some(({ direction }) => direction !== 'Outgoing')) {
    const query = { filter: referralFilters.unanswered, orderby: 'createdDateTime asc' } as const;
    for await (const page of desk.partnerCenter.listReferrals(turn.tokens, query)) {
      yield { referrals: page.filter(fits), copies: [] };
    }
  }
  if (wanted.some(({ direction }) => direction !== undefined)) yield* waitingForOthers(turn, desk, fits);
}

/** Which of our own deals they are is told by the copies that wait: ours are accepted from the start. */
async function* waitingForOthers(
  { tokens }: Pick<Turn, 'tokens'>,
  { partnerCenter, store }: Desk,
  fits: (referral: Referral) => boolean,
): AsyncGenerator<OpenReferrals> {
  const orderby = 'createdDateTime asc';
  const copies = new Map<string, Referral>();
  for await (const page of partnerCenter.listReferrals(tokens, {
    filter: referralFilters.unansweredByOthers,
    orderby,
  })) {
    const own = await ownOrganizationIn(store, page);
    const directed = page.map(outgoing);
    for (const copy of directed.filter((one) => isTheirs(one, own))) copies.set(copy.engagementId ?? '', copy);
    yield { referrals: directed.filter((one) => !isTheirs(one, own) && fits(one)), copies: [] };
  }
  copies.delete('');
  if (copies.size === 0) return;
  for await (const page of partnerCenter.listReferrals(tokens, { filter: referralFilters.sharedByUs, orderby })) {
    const own = await ownOrganizationIn(store, page);
    const ours = page
      .map(outgoing)
      .filter((one) => !isTheirs(one, own) && copies.has(one.engagementId ?? '') && fits(one));
    yield { referrals: ours, copies: ours.flatMap(({ engagementId }) => copies.get(engagementId ?? '') ?? []) };
  }
}

/** As it was asked for, where the list does not say it. */
const outgoing = (referral: Referral): Referral => ({ ...referral, direction: referral.direction ?? 'Outgoing' });
