import type { NewsTruth } from '../storage/news';
import type { WatchConditions } from './watchConditions';

/** Whether a watch with these conditions is for a subscription or an invoice. */
export function fitsNews(truth: NewsTruth, { news, customer }: WatchConditions): boolean {
  if (truth.topic === 'invoice') return news === 'invoices';
  return news === 'subscriptions' && comparable(truth.customerName).includes(comparable(customer ?? ''));
}

const comparable = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
