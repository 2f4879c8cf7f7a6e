import { sql } from 'kysely';
import type { Clock } from '../lib/clock';
import { audit } from './audit';
import { cards } from './cards';
import { conversations } from './conversations';
import { cursors } from './cursors';
import { digests } from './digests';
import { drafts } from './drafts';
import { events } from './events';
import { explainError } from './explainError';
import { fileOffers } from './fileOffers';
import { folded } from './folded';
import { folding } from './folding';
import { leases } from './leases';
import { ledger } from './ledger';
import { news } from './news';
import { notices } from './notices';
import { outbox } from './outbox';
import { quietHours } from './quietHours';
import { secrets } from './secrets';
import { sends } from './sends';
import { serialised, type Database } from './serialised';
import { serviceAccounts } from './serviceAccounts';
import type { Store } from './store';
import { takenActivities } from './takenActivities';
import { warnings } from './warnings';
import { watches } from './watches';

/** The store on an open database (or on a transaction in it), called `name` in what its errors say. */
export function databaseStore(db: Database, clock: Clock, name: string): Store {
  const explained = <T extends object>(part: T): T => explainErrorsOf(part, name);
  return {
    conversations: explained(conversations(db)),
    watches: explained(watches(db)),
    quietHours: explained(quietHours(db)),
    ledger: explained(ledger(db)),
    cards: explained(cards(db)),
    outbox: explained(outbox(db)),
    cursors: explained(cursors(db, clock)),
    events: explained(events(db)),
    fileOffers: explained(fileOffers(db)),
    folded: explained(folded(db)),
    folding: explained(folding(db)),
    warnings: explained(warnings(db)),
    leases: explained(leases(db)),
    news: explained(news(db)),
    sends: explained(sends(db)),
    audit: explained(audit(db)),
    digests: explained(digests(db)),
    drafts: explained(drafts(db)),
    secrets: explained(secrets(db)),
    serviceAccounts: explained(serviceAccounts(db)),
    notices: explained(notices(db)),
    takenActivities: explained(takenActivities(db)),
    ...explained({
      transaction: <T>(work: (store: Store) => Promise<T>) =>
        serialised(db, (tx) => work(databaseStore(tx, clock, name))),
      ping: async () => {
        await sql`select 1`.execute(db);
      },
      close: () => db.destroy(),
    }),
  };
}

/** The same methods, rejecting with a StorageError where a person must act. */
function explainErrorsOf<T extends object>(part: T, database: string): T {
  const methods = Object.entries(part as Record<string, (...args: unknown[]) => Promise<unknown>>);
  const explained = methods.map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await method(...args);
      } catch (error) {
        throw explainError(error, database);
      }
    },
  ]);
  return Object.fromEntries(explained) as T;
}
