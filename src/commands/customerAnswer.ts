import { customerCard } from '../cards/customerCard';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/** One customer, read with the person's own token. */
export async function customerAnswer(
  turn: Turn,
  desk: Desk,
  { customerId, fieldsFrom }: { customerId: string; fieldsFrom?: number },
): Promise<Answer> {
  const customer = await desk.partnerCenter.getCustomer(turn.tokens, customerId);
  return customerCard({ customer, fieldsFrom, now: desk.clock.now(), locale: turn.locale });
}
