import { onEachEngine } from '../support/onEachEngine';
import { auditBehaviour } from './behaviour/audit';
import { conversationsBehaviour } from './behaviour/conversations';
import { digestsBehaviour } from './behaviour/digests';
import { draftsBehaviour } from './behaviour/drafts';
import { eventsBehaviour } from './behaviour/events';
import { fileOffersBehaviour } from './behaviour/fileOffers';
import { leasesBehaviour } from './behaviour/leases';
import { ledgerBehaviour } from './behaviour/ledger';
import { migrationsBehaviour } from './behaviour/migrations';
import { olderVersionsBehaviour } from './behaviour/olderVersions';
import { outboxBehaviour } from './behaviour/outbox';
import { outboxAgainBehaviour } from './behaviour/outboxAgain';
import { outboxPropertyBehaviour } from './behaviour/outboxProperty';
import { outboxUpdatesBehaviour } from './behaviour/outboxUpdates';
import { processesBehaviour } from './behaviour/processes';
import { secretsBehaviour } from './behaviour/secrets';
import { serviceAccountsBehaviour } from './behaviour/serviceAccounts';
import { sendsBehaviour } from './behaviour/sends';
import { transactionsBehaviour } from './behaviour/transactions';
import { warningsBehaviour } from './behaviour/warnings';
import { quietHoursBehaviour } from './behaviour/quietHours';
import { watchesBehaviour } from './behaviour/watches';

const behaviours = {
  conversations: conversationsBehaviour,
  watches: watchesBehaviour,
  'quiet hours': quietHoursBehaviour,
  'ledger, cards and cursors': ledgerBehaviour,
  events: eventsBehaviour,
  'file offers': fileOffersBehaviour,
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
  'older versions': olderVersionsBehaviour,
  secrets: secretsBehaviour,
  'the watching account and its notices': serviceAccountsBehaviour,
  transactions: transactionsBehaviour,
  migrations: migrationsBehaviour,
  'several processes': processesBehaviour,
};

// One file, so that PostgreSQL starts once for all of it.
onEachEngine((engine) => {
  describe.each(Object.entries(behaviours))('%s', (_name, behaviour) => {
    behaviour(engine);
  });
});
