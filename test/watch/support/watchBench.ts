import { type Sandbox, startSandbox } from '../../../sandbox/startSandbox';
import { sandboxTokens } from '../../../src/identity/sandboxTokens';
import { newId } from '../../../src/lib/ids';
import { createPartnerCenter } from '../../../src/partnerCenter/createPartnerCenter';
import { createPoller, type Poller } from '../../../src/watch/poller';
import { DeliveryBench } from '../../delivery/support/deliveryBench';

const intervalMs = 1_000;

/** A sandbox Partner Center, the poller that watches it, and the bench that delivers to Teams. */
export class WatchBench {
  private constructor(
    readonly sandbox: Sandbox,
    readonly delivery: DeliveryBench,
    /** One that was stopped is replaced by a new one. */
    public poller: Poller,
  ) {}

  static async start({ world = 'empty', pageSize = 100 }: { world?: 'empty' | 'seeded'; pageSize?: number } = {}) {
    const delivery = await DeliveryBench.start();
    const sandbox = await startSandbox({ world, pageSize, now: () => delivery.clock.now() });
    return new WatchBench(sandbox, delivery, pollerOf(sandbox, delivery));
  }

  /** Cards of a channel, oldest first, by the referral they show. */
  shown(conversationId: string): unknown[] {
    return this.delivery.teams.cards(conversationId).map(({ card }) => card.referralId);
  }

  /** How many list calls reached the sandbox while `work` ran. */
  async calls(work: () => Promise<unknown>): Promise<number> {
    const before = this.sandbox.world.requests().length;
    await work();
    return this.sandbox.world.requests().length - before;
  }

  /** Runs the poller until `done`. */
  async watchUntil(done: () => unknown): Promise<void> {
    const stop = new AbortController();
    const ended = this.poller.run(stop.signal);
    await this.delivery.until(done);
    stop.abort();
    await ended;
    this.poller = pollerOf(this.sandbox, this.delivery);
  }

  /** A new process on the same database. */
  async restart(): Promise<void> {
    await this.delivery.restart();
    this.poller = pollerOf(this.sandbox, this.delivery);
  }

  async close(): Promise<void> {
    await this.delivery.close();
    await this.sandbox.close();
  }
}

function pollerOf({ referralsApiUrl, partnerCenterApiUrl }: Sandbox, delivery: DeliveryBench): Poller {
  const { clock, log, http, store } = delivery;
  const urls = { referralsApiUrl, partnerCenterApiUrl };
  return createPoller({
    partnerCenter: createPartnerCenter({ ...urls, fetch: http.fetch, clock, random: () => 0, newId, log }),
    tokens: sandboxTokens('service'),
    store,
    clock,
    intervalMs,
    log,
    onWork: () => delivery.dispatcher.wake(),
  });
}
