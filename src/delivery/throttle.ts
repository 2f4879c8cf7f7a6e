import type { Clock } from '../lib/clock';
import { appLimits, conversationLimits } from './sendLimits';
import { SendWindow } from './sendWindow';

/** Where nothing may be sent at the moment. */
export interface Closed {
  /** Nothing may be sent anywhere. */
  everywhere: boolean;
  conversationIds: string[];
  /** When that changes next, ms since the epoch; undefined when nothing is closed. */
  changesAt: number | undefined;
}

/** Keeps sends within Teams' limits. Times are ms since the epoch. */
export interface Throttle {
  /** @param underWay how many sends of this process have begun and not ended */
  closed(underWay?: number): Closed;
  /** Notes a send when it has ended, however it ended. Replies that do not come out of the outbox are noted too. */
  recordSent(conversationId: string): void;
  /** Something arrived there. */
  recordSuccess(conversationId: string): void;
  /** A send failed; gives how many have failed there one after the other. */
  recordFailure(conversationId: string): number;
  /** Notes what other processes sent, in order. */
  restore(sent: readonly { conversationId: string; sentAt: number }[]): void;
  /** Nothing is to be sent to one conversation before then: Teams asked for patience, or a send failed. */
  pause(conversationId: string, until: number): void;
}

interface Lane {
  window: SendWindow;
  pausedUntil: number;
  /** So many sends failed one after the other. */
  failures: number;
}

/** Makes the throttle that everything sent to Teams goes by. */
export function createThrottle({ clock }: { clock: Clock }): Throttle {
  const app = new SendWindow(appLimits);
  const lanes = new Map<string, Lane>();

  const lane = (conversationId: string): Lane => {
    const known = lanes.get(conversationId);
    if (known) return known;
    const fresh = { window: new SendWindow(conversationLimits), pausedUntil: 0, failures: 0 };
    lanes.set(conversationId, fresh);
    return fresh;
  };

  let latest = -Infinity;

  /** The time. When the clock was set back, what is remembered moves along: else nothing were sent until that time comes again. */
  function present(): number {
    const now = clock.now();
    if (now < latest) {
      app.shift(now - latest);
      for (const known of lanes.values()) {
        known.window.shift(now - latest);
        known.pausedUntil += now - latest;
      }
    }
    latest = now;
    return now;
  }

  function record(conversationId: string, at: number): void {
    app.record(at);
    lane(conversationId).window.record(at);
  }

  function closed(underWay = 0): Closed {
    const now = present();
    const changes: number[] = [];
    const conversationIds: string[] = [];
    for (const [id, { window, pausedUntil, failures }] of lanes) {
      const opensAt = Math.max(window.opensAt(), pausedUntil);
      if (opensAt > now) {
        conversationIds.push(id);
        changes.push(opensAt);
      } else if (failures === 0 && window.isSpent(now)) lanes.delete(id);
    }
    const appOpensAt = app.opensAt(underWay);
    const everywhere = appOpensAt > now;
    if (everywhere) changes.push(appOpensAt);
    return { everywhere, conversationIds, changesAt: changes.length > 0 ? Math.min(...changes) : undefined };
  }

  return {
    closed,
    restore(sent) {
      for (const { conversationId, sentAt } of sent) record(conversationId, sentAt);
    },
    recordSent: (conversationId) => record(conversationId, present()),
    recordSuccess(conversationId) {
      lane(conversationId).failures = 0;
    },
    recordFailure: (conversationId) => (lane(conversationId).failures += 1),
    pause(conversationId, until) {
      lane(conversationId).pausedUntil = Math.max(lane(conversationId).pausedUntil, until);
    },
  };
}
