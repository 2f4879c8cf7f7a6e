import { warningMessage } from '../cards/warningMessage';
import type { Reminders } from '../delivery/reminders';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { Referral } from '../partnerCenter/referral';
import type { TokenSource } from '../partnerCenter/tokenSource';
import { readDeal } from '../referrals/readDeal';
import { recordReferral } from '../referrals/recordReferral';
import type { Store } from '../storage/store';
import type { Connector } from './connector';
import { mentionable } from './mentionable';

/** What reminders are made with. */
export interface ReminderParts {
  store: Store;
  partnerCenter: PartnerCenter;
  /** The service account's. */
  tokens: TokenSource;
  connector: Connector;
  clock: Clock;
  log: Log;
  /** `REFERRAL_RESPONSE_DAYS` */
  responseDays: number;
}

/** How long Partner Center may take to answer for a reminder, in ms; sending it has to fit into the same 15 s. */
const readTimeoutMs = 6_000;
/** Where it has just not answered, the next reminders do not each wait for it too: for so long, in ms. */
const unansweredMs = 2_000;
const isOutage: ReadonlySet<PartnerCenterError['kind']> = new Set(['unavailable', 'timeout', 'network', 'throttled']);

/** Makes what the delivery needs for reminders. */
export function createReminders(parts: ReminderParts): Reminders {
  const { store, partnerCenter, tokens, connector, clock, log, responseDays } = parts;
  const reader = { partnerCenter, tokens, store, now: () => clock.now() };
  let unanswered: { at: number; error: PartnerCenterError } | undefined;

  async function read(referralId: string, signal: AbortSignal): Promise<Referral> {
    const sinceMs = clock.now() - (unanswered?.at ?? -Infinity);
    if (unanswered && sinceMs >= 0 && sinceMs < unansweredMs) throw unanswered.error;
    try {
      return await readDeal(reader, referralId, { signal, timeoutMs: readTimeoutMs });
    } catch (error) {
      if (error instanceof PartnerCenterError && isOutage.has(error.kind)) unanswered = { at: clock.now(), error };
      throw error;
    }
  }

  return {
    responseDays,
    async readAgain(referralId, signal) {
      return recordReferral(store, await read(referralId, signal), { now: clock.now() });
    },
    async people(referral, conversation, owner) {
      const team = await mentionable(referral, conversation, connector, log);
      return team.length > 0 ? team : [owner];
    },
    render: (view, conversation, people) => warningMessage(view, conversation, people, clock.now(), responseDays),
  };
}
