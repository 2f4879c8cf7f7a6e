import type { Config } from '../config';
import type { Identity } from '../identity/identity';
import type { Clock } from '../lib/clock';
import { newId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import type { Store } from '../storage/store';
import { createAuditRetention } from '../watch/auditRetention';
import { createCardAging } from '../watch/cardAging';
import { createDraftRetention } from '../watch/draftRetention';
import { createExpiryWatch } from '../watch/expiryWatch';
import { createLeadership, type Work } from '../watch/leadership';
import { createNewsRetention } from '../watch/newsRetention';
import { createPoller, type Poller } from '../watch/poller';
import { healthNote, sharedHealth } from '../watch/sharedHealth';
import { soleLeadership } from '../watch/soleLeadership';
import { createReferralRetention } from '../watch/referralRetention';
import { createUnfinishedPresses } from '../watch/unfinishedPresses';
import { createRegistrar } from '../watch/webhook/registrar';
import { isTold, webhookStanding, type WebhookStanding } from '../watch/webhook/webhookStanding';
import type { WatchHealth } from '../watch/watchHealth';

/** What the watching is made from. */
export interface WatchingParts {
  config: Config;
  store: Store;
  /** Whether no other process can serve the database. */
  isSole: boolean;
  partnerCenter: PartnerCenter;
  identity: Identity;
  clock: Clock;
  log: Log;
  /** Called when something became owed to Teams. */
  onWork: () => void;
}

/** Everything that goes by the clock, done by one process at a time. */
export interface Watching extends Work {
  poller: Poller;
  /** How the looks at Partner Center go, whichever process looks. */
  health(): Promise<WatchHealth>;
  /** How it stands with webhooks, whichever process looks after them; undefined where they are off. */
  webhooks(): Promise<WebhookStanding | undefined>;
  /** Whether this process does the work at the moment, as far as it knows. */
  leads(): boolean;
}

/** Makes it; it does nothing until it is told to run. */
export function createWatching(parts: WatchingParts): Watching {
  const { config, store, isSole, partnerCenter, identity, clock, log, onWork } = parts;
  const { pollIntervalMs: intervalMs, responseDays, warningSchedule: schedule, retentionMs } = config;
  const url = config.webhook?.url;
  if (config.webhook && !url) log.warn('BOT_DOMAIN is not set: webhooks are received, but cannot be registered');
  const note = (): string => healthNote(poller.health());
  const leadership = isSole ? soleLeadership : createLeadership({ store, clock, log, holder: newId(), note });
  const common = { store: leadership.fenced(store), clock, log, onWork };
  const tokens = identity.service;
  // Where webhooks are off, what was noted while they were on says nothing.
  const told = url ? { isTold: () => isTold(store, clock.now()) } : {};
  const poller = createPoller({ ...common, partnerCenter, tokens, intervalMs, ...told });
  const work = [
    poller,
    createCardAging({ ...common, responseDays }),
    createExpiryWatch({ ...common, responseDays, schedule }),
    createUnfinishedPresses({ ...common, partnerCenter, tokens }),
    createAuditRetention({ ...common, retentionMs }),
    createReferralRetention({ ...common, retentionMs }),
    createNewsRetention({ ...common, retentionMs }),
    createDraftRetention(common),
    ...(url ? [createRegistrar({ ...common, partnerCenter, tokens, url })] : []),
  ];
  return {
    poller,
    health: () => sharedHealth(poller, leadership, store, clock),
    webhooks: async () => (url ? webhookStanding(store) : undefined),
    leads: () => leadership.isLeader(),
    run: (signal) => leadership.lead(work, signal),
  };
}
