import { Gauge, type Registry } from 'prom-client';
import type { Outbox } from '../storage/owed';
import type { ServiceAccount } from '../storage/serviceAccount';
import type { WatchHealth } from '../watch/watchHealth';

/** How things stand at one moment. Times are ms since the epoch. */
export interface Standing {
  now: number;
  /** When this process started. */
  startedAt: number;
  outbox: Awaited<ReturnType<Outbox['depth']>>;
  looks: WatchHealth;
  /** The account that watches; undefined where none is connected, as with sandbox identities. */
  account: ServiceAccount | undefined;
  /** Whether this process does what goes by the clock. */
  leads: boolean;
}

const seconds = (ms: number): number => ms / 1000;
/** Clocks of several processes differ a little. */
const age = (since: number, now: number): number => seconds(Math.max(0, now - since));

/** Each gauge: what it is, and its value; undefined leaves it out. */
const gauges: Readonly<Record<string, readonly [string, (standing: Standing) => number | undefined]>> = {
  partner_desk_outbox_owed: ['Cards and edits that are owed to Teams', ({ outbox }) => outbox.owed],
  partner_desk_outbox_retrying: ['Of those, the ones that have failed before', ({ outbox }) => outbox.retrying],
  partner_desk_outbox_buried: ['Cards and edits that were given up', ({ outbox }) => outbox.buried],
  partner_desk_outbox_oldest_age_seconds: [
    'How long the oldest of what is owed has been due',
    ({ outbox, now }) => age(outbox.oldestDueAt ?? now, now),
  ],
  partner_desk_last_look_timestamp_seconds: [
    'When Partner Center was last read',
    ({ looks }) => seconds(looks.lastSuccessAt ?? 0),
  ],
  partner_desk_poll_age_seconds: [
    'How long ago Partner Center was last read, or this process started',
    ({ looks, startedAt, now }) => age(looks.lastSuccessAt ?? startedAt, now),
  ],
  partner_desk_watch_stalled: [
    '1 when Partner Center was not read for too long',
    ({ looks }) => Number(looks.stalledSince !== undefined),
  ],
  partner_desk_service_token_age_seconds: [
    'How long ago Entra renewed the sign-in of the account that watches',
    ({ account, now }) => account && age(account.refreshedAt, now),
  ],
  partner_desk_service_account_ended: [
    '1 when the account that watches has to be connected anew',
    ({ account }) => account && Number(account.endedAt !== null),
  ],
  partner_desk_leader: ['1 for the process that does what goes by the clock', ({ leads }) => Number(leads)],
};

/** Registers the gauges, and gives what sets them all. */
export function createGauges(registry: Registry): (standing: Standing) => void {
  const made = Object.entries(gauges).map(([name, [help, value]]) => ({
    gauge: new Gauge({ name, help, registers: [registry] }),
    value,
  }));
  return (standing) => {
    for (const { gauge, value } of made) {
      const present = value(standing);
      if (present === undefined) gauge.remove();
      else gauge.set(present);
    }
  };
}
