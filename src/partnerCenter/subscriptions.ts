import type { Log } from '../lib/log';
import type { Call } from './call';
import { parseAnswer } from './parseAnswer';
import { parseItems } from './parseItems';
import type { PartnerCenter } from './partnerCenter';
import { seekPageSchema } from './seekPage';
import { subscriptionSchema } from './subscription';

/** The subscriptions of a customer. https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions */
export function subscriptions(call: Call, log: Log): Pick<PartnerCenter, 'listSubscriptions'> {
  const name = 'GET /customers/{id}/subscriptions';
  return {
    async listSubscriptions(tokens, customerId, options) {
      const path = `/customers/${encodeURIComponent(customerId)}/subscriptions`;
      const { json } = await call(tokens, { name, audience: 'partner-center', method: 'GET', path }, options);
      return parseItems(subscriptionSchema, parseAnswer(seekPageSchema, json, name).items ?? [], name, log);
    },
  };
}
