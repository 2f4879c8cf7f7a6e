import type { Engine } from '../../support/onEngine';
import { auditBehaviour } from './audit';
import { conversationsBehaviour } from './conversations';
import { digestsBehaviour } from './digests';
import { draftsBehaviour } from './drafts';
import { eventsBehaviour } from './events';
import { fileOffersBehaviour } from './fileOffers';
import { foldingBehaviour } from './folding';
import { leasesBehaviour } from './leases';
import { ledgerBehaviour } from './ledger';
import { migrationsBehaviour } from './migrations';
import { newsBehaviour } from './news';
import { olderVersionsBehaviour } from './olderVersions';
import { outboxBehaviour } from './outbox';
import { outboxAgainBehaviour } from './outboxAgain';
import { outboxPropertyBehaviour } from './outboxProperty';
import { outboxUpdatesBehaviour } from './outboxUpdates';
import { processesBehaviour } from './processes';
import { secretsBehaviour } from './secrets';
import { serviceAccountsBehaviour } from './serviceAccounts';
import { sendsBehaviour } from './sends';
import { takenActivitiesBehaviour } from './takenActivities';
import { transactionsBehaviour } from './transactions';
import { warningsBehaviour } from './warnings';
import { quietHoursBehaviour } from './quietHours';
import { watchesBehaviour } from './watches';

const behaviours = {
  conversations: conversationsBehaviour,
  watches: watchesBehaviour,
  'quiet hours': quietHoursBehaviour,
  'ledger, cards and cursors': ledgerBehaviour,
  events: eventsBehaviour,
  'file offers': fileOffersBehaviour,
  'bursts that are folded': foldingBehaviour,
  outbox: outboxBehaviour,
  'posts owed again': outboxAgainBehaviour,
  'updates in the outbox': outboxUpdatesBehaviour,
  'outbox beside its model': outboxPropertyBehaviour,
  'audit trail': auditBehaviour,
  digests: digestsBehaviour,
  drafts: draftsBehaviour,
  reminders: warningsBehaviour,
  leases: leasesBehaviour,
  sends: sendsBehaviour,
  news: newsBehaviour,
  'older versions': olderVersionsBehaviour,
  secrets: secretsBehaviour,
  'the watching account and its notices': serviceAccountsBehaviour,
  'activities that were taken': takenActivitiesBehaviour,
  transactions: transactionsBehaviour,
  migrations: migrationsBehaviour,
  'several processes': processesBehaviour,
};

/** The conformance suite of the store: the same on every engine. */
export function storeBehaviour(engine: Engine): void {
  describe.each(Object.entries(behaviours))('%s', (_name, behaviour) => {
    behaviour(engine);
  });
}
