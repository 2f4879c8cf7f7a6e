import type { Identity } from '../identity/identity';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { Conversation, Store } from '../storage/store';

/**
 * Whether a referral may be shown in a conversation. A personal chat shows only what its person can read: nobody sees through
 * the service account's eyes what Partner Center would not show them.
 * Rejects with a PartnerCenterError when Partner Center does not say.
 */
export async function mayShow(
  referralId: string,
  conversation: Conversation,
  { store, partnerCenter, identity }: { store: Store; partnerCenter: PartnerCenter; identity: Identity },
): Promise<boolean> {
  if (conversation.kind !== 'personal') return true;
  // Whoever typed `watch` there: cards stay after `unwatch`, and so does whose chat it is.
  const watch = await store.watches.latestIn(conversation.id);
  if (!watch) return true;
  try {
    await partnerCenter.getReferral(identity.person(watch.ownerId), referralId);
    return true;
  } catch (error) {
    if (error instanceof PartnerCenterError && (error.kind === 'notFound' || error.kind === 'forbidden')) return false;
    throw error;
  }
}
