import { onEachEngine } from '../support/onEachEngine';
import { auditBehaviour } from './behaviour/audit';
import { conversationsBehaviour } from './behaviour/conversations';
import { draftsBehaviour } from './behaviour/drafts';
import { ledgerBehaviour } from './behaviour/ledger';
import { migrationsBehaviour } from './behaviour/migrations';
import { outboxBehaviour } from './behaviour/outbox';
import { outboxAgainBehaviour } from './behaviour/outboxAgain';
import { outboxPropertyBehaviour } from './behaviour/outboxProperty';
import { outboxUpdatesBehaviour } from './behaviour/outboxUpdates';
import { processesBehaviour } from './behaviour/processes';
import { transactionsBehaviour } from './behaviour/transactions';
import { watchesBehaviour } from './behaviour/watches';

const behaviours = {
  conversations: conversationsBehaviour,
  watches: watchesBehaviour,
  'ledger, cards and cursors': ledgerBehaviour,
  outbox: outboxBehaviour,
  'posts owed again': outboxAgainBehaviour,
  'updates in the outbox': outboxUpdatesBehaviour,
  'outbox beside its model': outboxPropertyBehaviour,
  'audit trail': auditBehaviour,
  drafts: draftsBehaviour,
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
