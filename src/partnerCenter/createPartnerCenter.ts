import { apiBase } from './apiBase';
import { createCall, type CallParts } from './call';
import { customers } from './customers';
import { invoices } from './invoices';
import { mfa } from './mfa';
import { orders } from './orders';
import type { PartnerCenter } from './partnerCenter';
import { referrals } from './referrals';
import { webhooks } from './webhooks';
import { subscriptions } from './subscriptions';

/** What the client is made of. */
export interface PartnerCenterParts extends Omit<CallParts, 'bases'> {
  /** `REFERRALS_API_URL`. */
  referralsApiUrl: string;
  /** `PARTNER_CENTER_API_URL`. */
  partnerCenterApiUrl: string;
}

/**
 * Makes the client of both APIs.
 * @throws Error when a base URL would carry tokens in the clear
 */
export function createPartnerCenter(parts: PartnerCenterParts): PartnerCenter {
  const partnerCenter = apiBase(parts.partnerCenterApiUrl);
  const bases = {
    referrals: apiBase(parts.referralsApiUrl),
    'partner-center': partnerCenter,
    webhooks: `${new URL(partnerCenter).origin}/webhooks/v1`,
  };
  const call = createCall({ ...parts, bases });
  const { log } = parts;
  return {
    ...referrals(call, parts),
    ...customers(call, log),
    ...subscriptions(call, log),
    ...orders(call, log),
    ...invoices(call, log),
    ...mfa(call),
    ...webhooks(call),
  };
}
