import type { AuditEntry } from '../../../src/storage/auditEntry';
import type { Owed } from '../../../src/storage/owed';
import type { LedgerEntry, Store } from '../../../src/storage/store';

type NewConversation = Parameters<Store['conversations']['save']>[0];
type NewWatch = Parameters<Store['watches']['start']>[0];

export const aConversation = (id: string, changes: Partial<NewConversation> = {}): NewConversation => ({
  id,
  kind: 'channel',
  tenantId: 'tenant',
  teamId: '19:team@thread.tacv2',
  name: 'Partner sales',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  botId: '28:bot',
  locale: 'sv-SE',
  timeZone: 'Europe/Stockholm',
  installedAt: 1_000,
  ...changes,
});

export const aWatch = (id: string, conversationId: string): NewWatch => ({
  id,
  conversationId,
  ownerId: 'aad-1',
  ownerName: 'Åsa Öberg',
  startedAt: 2_000,
});

export const anEntry = (referralId: string, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  referralId,
  version: 1,
  referral: {
    id: referralId,
    direction: 'Incoming',
    status: 'New',
    createdDateTime: '2026-11-20T08:00:00.1234567Z',
    customerProfile: { name: "Contoso O'Hara 株式会社", ids: {} },
    aFieldOfTomorrow: [1, { deep: true }],
  },
  connected: null,
  firstSeenAt: 3_000,
  seenAt: 3_000,
  decision: null,
  notice: null,
  ...changes,
});

export const aPost = (referralId: string, conversationId: string, changes: Partial<Owed> = {}): Owed => ({
  kind: 'post',
  referralId,
  conversationId,
  activityId: '',
  position: 1,
  dueAt: 0,
  ...changes,
});

export const anUpdate = (referralId: string, conversationId: string, changes: Partial<Owed> = {}): Owed => ({
  ...aPost(referralId, conversationId),
  kind: 'update',
  activityId: `card-of-${referralId}`,
  ...changes,
});

export const anAuditEntry = (changes: Partial<AuditEntry> = {}): AuditEntry => ({
  at: 5_000,
  actorId: 'aad-1',
  actorName: 'Åsa Öberg',
  action: 'referral.accept',
  subject: 'r',
  conversationId: 'c',
  before: { status: 'New', dealValue: null },
  after: { status: 'Active', dealValue: 10.5, estimated: false },
  outcome: 'done',
  referenceId: 'ref-1',
  requestIds: ['up-1', 'up-2'],
  ...changes,
});
