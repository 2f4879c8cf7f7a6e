import { warningMessage } from '../cards/warningMessage';
import type { Reminders } from '../delivery/reminders';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
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

/** Makes what the delivery needs for reminders. */
export function createReminders(parts: ReminderParts): Reminders {
  const { store, partnerCenter, tokens, connector, clock, log, responseDays } = parts;
  return {
    async readAgain(referralId, signal) {
      const reader = { partnerCenter, tokens, store, now: () => clock.now() };
      const referral = await readDeal(reader, referralId, { signal, timeoutMs: readTimeoutMs });
      return recordReferral(store, referral, { now: clock.now() });
    },
    async people(referral, conversation, owner) {
      const team = await mentionable(referral, conversation, connector, log);
      return team.length > 0 ? team : [owner];
    },
    render: (view, conversation, people) => warningMessage(view, conversation, people, clock.now(), responseDays),
  };
}
