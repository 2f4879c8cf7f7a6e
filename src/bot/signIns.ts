import type { PeopleSignIn, SignInPlace } from '../identity/peopleSignIn';
import type { Clock } from '../lib/clock';
import { newReferenceId } from '../lib/ids';
import type { TeamsActivity } from './activity';
import { withoutThread } from './conversations';
import { ExchangeIds } from './exchangeIds';
import { PendingWork } from './pendingWork';

/** What signing people in through Teams takes. */
export interface SignIns {
  people: PeopleSignIn;
  pending: PendingWork;
  exchanges: ExchangeIds;
}

export const createSignIns = (people: PeopleSignIn, clock: Clock, newId: () => string): SignIns => ({
  people,
  pending: new PendingWork(clock),
  exchanges: new ExchangeIds(clock, newId),
});

/** Who sent an activity; undefined when Teams did not say. */
export function signerOf({ from }: TeamsActivity): { id: string; name: string } | undefined {
  return from.aadObjectId ? { id: from.aadObjectId, name: from.name ?? 'Somebody' } : undefined;
}

/** Where an activity was sent, for the audit trail. */
export const placeOf = ({ conversation }: TeamsActivity): SignInPlace => ({
  conversationId: withoutThread(conversation.id),
  referenceId: newReferenceId(),
});
