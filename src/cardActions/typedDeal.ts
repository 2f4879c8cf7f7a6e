import type { Desk } from '../commands/desk';
import type { Deal } from '../referrals/detailsPatch';

/**
 * What a person really typed: the inputs are filled in beforehand with what the card knew, and what was left as it was must
 * not overwrite what somebody has changed in Partner Center since. A value that was touched keeps its currency.
 */
export async function typedDeal(desk: Desk, referralId: string, deal: Deal): Promise<Deal> {
  const shown = (await desk.store.ledger.find(referralId))?.referral.details;
  const sameDate = deal.closingDate === shown?.closingDateTime?.slice(0, 10);
  const sameValue = deal.dealValue === undefined || deal.dealValue === Number(shown?.dealValue ?? Number.NaN);
  const sameAmount = sameValue && deal.currency === (shown?.currency ?? undefined);
  return {
    ...(sameAmount ? {} : { dealValue: deal.dealValue, currency: deal.currency }),
    ...(sameDate ? {} : { closingDate: deal.closingDate }),
  };
}
