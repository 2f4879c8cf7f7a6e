import { z } from 'zod/v4';
import type { Answer } from '../http/call';
import type { ControlCall } from './controlRoute';
import { readControlBody } from './readControlBody';

const body = z.strictObject({
  invoice: z.record(z.string(), z.unknown()).default({}),
  count: z.int().min(1).max(10_000).default(1),
});

/** New unpaid invoices: `{ "invoice": { "totalCharges": 99.5 }, "count": 1000 }`, both optional. */
export function issueInvoices({ call, world }: ControlCall): Answer {
  const { invoice, count } = readControlBody(call, body);
  return { status: 201, body: { value: world.invoices.issue(invoice, count) } };
}
