import type { Generated } from 'kysely';
import type { AuditEntry } from './auditEntry';
import type { DigestRow } from './digests';
import type { Draft } from './draft';
import type { StoredEvent } from './event';
import type { FileOffer } from './fileOffer';
import type { FoldingRow } from './folding';
import type { OutboxRow } from './owed';
import type { NewsRow } from './news';
import type { Notice } from './notice';
import type { QuietHoursRow } from './quietHours';
import type { Secret } from './secret';
import type { ServiceAccount } from './serviceAccount';
import type { Card, Conversation, Watch } from './store';
import type { Pause, Send } from './sends';
import type { TakenActivity } from './takenActivities';
import type { Lease } from './leases';
import type { WarningRow } from './warnings';

/** A change of a referral, as kept; JSON columns are text on both engines. */
interface LedgerTable {
  referralId: string;
  version: number;
  /** JSON of the referral. */
  referral: string;
  /** JSON of the other organization's copy. */
  connected: string | null;
  engagementId: string | null;
  /** 1 while it waits for an answer, ours or the other organization's, else 0. */
  isOpen: number;
  createdAt: number;
  firstSeenAt: number;
  seenAt: number;
  /** JSON of the decision. */
  decision: string | null;
  notice: string | null;
}

interface OutboxTable {
  id: Generated<number>;
  kind: OutboxRow['kind'];
  referralId: string;
  conversationId: string;
  activityId: string;
  position: number;
  /** Ended are: `done` (carried out, or no longer wanted), `buried` (given up), `withheld` (its person may not read it). */
  state: Generated<'owed' | 'done' | 'buried' | 'withheld'>;
  dueAt: number;
  /** When an update that was owed anew while it was being sent falls due after that; a post only if it is then withheld. */
  againAt: number | null;
  attempts: Generated<number>;
  claims: Generated<number>;
  claimedBy: string | null;
  claimedUntil: number | null;
  lastError: string | null;
  finishedAt: number | null;
}

interface CursorTable {
  name: string;
  value: string;
  updatedAt: number;
}

/** JSON columns are text on both engines. */
interface AuditTable extends Omit<AuditEntry, 'before' | 'after' | 'requestIds'> {
  id: Generated<number>;
  before: string | null;
  after: string | null;
  requestIds: string;
}

/** One row. */
interface AuditRetentionTable {
  /** The database lets only audit entries be deleted that are older. */
  erasableBefore: number;
}

interface DraftTable extends Omit<Draft, 'typed'> {
  /** JSON of what was typed. */
  typed: string;
  claimedBy: string | null;
  claimedUntil: number | null;
}

interface SecretTable extends Secret {
  lockedBy: string | null;
  lockedUntil: number | null;
}

interface ServiceAccountTable extends ServiceAccount {
  purpose: string;
}

interface NoticeTable {
  id: string;
  conversationId: string;
  kind: Notice['kind'];
  /** JSON of what it is about: the account, or the watch. */
  account: string;
  dueAt: number;
  attempts: Generated<number>;
  claimedUntil: number | null;
  sentAt: number | null;
}

interface DigestTable extends DigestRow {
  claimedUntil: number | null;
}

interface EventTable extends StoredEvent {
  dueAt: number;
  attempts: Generated<number>;
  claimedBy: string | null;
  claimedUntil: number | null;
  finishedAt: number | null;
}

/** The tables, as Kysely sees them (columns are snake_case in the database). Times are ms since the epoch, UTC. */
export interface Tables {
  conversations: Conversation;
  watches: Watch;
  quietHours: QuietHoursRow;
  ledger: LedgerTable;
  cards: Card;
  outbox: OutboxTable;
  cursors: CursorTable;
  digests: DigestTable;
  drafts: DraftTable;
  events: EventTable;
  fileOffers: FileOffer;
  folded: Card;
  folding: FoldingRow;
  warnings: WarningRow;
  leases: Lease;
  takenActivities: TakenActivity;
  news: NewsRow;
  sends: Omit<Send, 'id'> & { id: Generated<number> };
  pauses: Pause;
  audit: AuditTable;
  auditRetention: AuditRetentionTable;
  secrets: SecretTable;
  serviceAccounts: ServiceAccountTable;
  notices: NoticeTable;
}
