import { invalidProperty } from '../http/partnerCenterApi';

/** The value of the MS-ContinuationToken header: where the next page of an invoice's line items begins. */
export function writeLineItemToken(invoiceId: string, offset: number): string {
  return `${Buffer.from(`${invoiceId} ${offset}`).toString('base64')},${offset.toString(16)}`;
}

/** Reads a token back; refuses what is not ours, and what belongs to another invoice. */
export function readLineItemToken(invoiceId: string, token: string | string[] | undefined): number {
  const [encoded = ''] = String(token ?? '').split(',');
  const [known, offset = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(' ');
  if (known === invoiceId && /^\d+$/.test(offset)) return Number(offset);
  throw invalidProperty('The continuation token is missing or not valid.', ['MS-ContinuationToken']);
}
