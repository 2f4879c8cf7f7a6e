import type { Identity } from '../identity/identity';
import type { CallOptions, PartnerCenter } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { NewsEntry } from '../storage/news';
import type { Conversation, Store } from '../storage/store';

/**
 * Whether a subscription or an invoice may be shown in a conversation. A personal chat shows only what its person can read: nobody
 * sees through the service account's eyes what Partner Center would not show them.
 * Rejects with a PartnerCenterError when Partner Center does not say.
 */
export async function mayShowNews(
  { truth }: NewsEntry,
  conversation: Conversation,
  { store, partnerCenter, identity }: { store: Store; partnerCenter: PartnerCenter; identity: Identity },
  options: CallOptions,
): Promise<boolean> {
  if (conversation.kind !== 'personal') return true;
  const watch = await store.watches.latestIn(conversation.id);
  if (!watch) return false;
  const tokens = identity.person(watch.ownerId);
  try {
    if (truth.topic === 'invoice') await partnerCenter.getInvoice(tokens, truth.invoice.id, options);
    else await partnerCenter.getSubscription(tokens, truth.customerId, truth.subscription.id, options);
    return true;
  } catch (error) {
    if (error instanceof PartnerCenterError && (error.kind === 'notFound' || error.kind === 'forbidden')) return false;
    throw error;
  }
}
