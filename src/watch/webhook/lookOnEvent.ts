import type { Log } from '../../lib/log';
import type { Poller } from '../poller';
import type { EventSink } from './eventSink';

/**
 * Looks at Partner Center when an event tells of referrals. What comes while a look is under way makes one more look after
 * it, however many come: that one may have begun before the change.
 */
export function lookOnEvent(poller: Pick<Poller, 'lookNow'>, log: Log): EventSink {
  let looking = false;
  let again = false;

  async function look(): Promise<void> {
    looking = true;
    do {
      again = false;
      // Why a look failed is told by the poller, which looks again by itself.
      await poller.lookNow().catch(() => undefined);
    } while (again);
    looking = false;
  }

  return {
    accept({ type, id }) {
      log.info({ event: type, id }, 'Partner Center sent an event');
      if (!/^(related-)?referral-/.test(type)) return;
      again = true;
      if (!looking) void look();
    },
  };
}
